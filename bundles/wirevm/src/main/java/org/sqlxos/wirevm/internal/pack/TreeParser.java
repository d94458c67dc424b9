package org.sqlxos.wirevm.internal.pack;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteOrder;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sqlxos.wirevm.internal.document.JsonSection;
import org.sqlxos.wirevm.internal.tree.Extent;
import org.sqlxos.wirevm.internal.tree.TreeLayout;
import org.sqlxos.wirevm.internal.tree.TreePart;
import org.sqlxos.wirevm.internal.tree.TreeTag;
import org.sqlxos.wirevm.internal.tree.TreeTag.Holds;
import org.sqlxos.wirevm.internal.value.Family;
import org.sqlxos.wirevm.internal.value.TextFormat;
import org.sqlxos.wirevm.internal.value.ValueFormat;
import org.sqlxos.wirevm.internal.value.ValueFormatParser;

/** Reads how self-describing values lie in bytes. */
final class TreeParser {

  private static final int USUAL_DEPTH = 100;
  private static final int MOST_DEPTH = 1000;

  private final NumberForms forms;
  private final ByteOrder order;

  TreeParser(NumberForms forms, ByteOrder order) {
    this.forms = forms;
    this.order = order;
  }

  TreeLayout read(JsonSection section) {
    Map<String, TreeTag> tags = new LinkedHashMap<>();
    section.namedSections("tags").forEach((name, tag) -> tags.put(name, tag(name, tag)));
    if (tags.isEmpty()) {
      section.fault("tags", "at least one tag expected");
      tags.put("", emptyTag());
    }
    Map<Family, String> families = new EnumMap<>(Family.class);
    section
        .section("written")
        .ifPresent(
            written -> {
              for (Family family : Family.values()) {
                String key = JsonSection.written(family);
                if (written.has(key)) {
                  families.put(family, tagName(written, key, tags));
                }
              }
              written.end();
            });
    int deepest = section.optionalInteger("deepest").orElse(USUAL_DEPTH);
    if (deepest < 1 || deepest > MOST_DEPTH) {
      section.fault("deepest", "1 to %d expected".formatted(MOST_DEPTH));
      deepest = USUAL_DEPTH;
    }
    TreeLayout layout =
        new TreeLayout(
            List.copyOf(tags.values()),
            families,
            new TreeLayout.Containers(
                optionalTag(section, "items", tags),
                optionalTag(section, "named", tags),
                optionalTag(section, "none", tags)),
            optionalTag(section, "root", tags),
            deepest);
    section.end();
    return layout;
  }

  private static TreeTag emptyTag() {
    return new TreeTag(
        "", 0, Holds.NOTHING, new Extent.Exactly(0), Optional.empty(), "", List.of(), false);
  }

  private static String optionalTag(JsonSection section, String key, Map<String, TreeTag> tags) {
    return section.has(key) ? tagName(section, key, tags) : "";
  }

  private static String tagName(JsonSection section, String key, Map<String, TreeTag> tags) {
    String name = section.text(key);
    if (!tags.containsKey(name)) {
      section.fault(key, "the name of a tag expected, not \"" + name + "\"");
      return tags.keySet().iterator().next();
    }
    return name;
  }

  private TreeTag tag(String name, JsonSection section) {
    Holds holds = section.choice("holds", Holds.class).orElse(Holds.NOTHING);
    Extent extent = extent(section, usual(holds));
    Optional<ValueFormat> format =
        holds == Holds.VALUE
            ? section.section("format").flatMap(found -> ValueFormatParser.read(found, order))
            : Optional.empty();
    if (holds == Holds.VALUE && format.isEmpty()) {
      format = Optional.of(new TextFormat());
    }
    TreeTag tag =
        new TreeTag(
            name,
            tagByte(section),
            holds,
            extent,
            format,
            section.optionalText("wrapper").orElse(""),
            holds == Holds.PARTS
                ? section.sections("parts").stream().map(this::part).toList()
                : List.of(),
            section.flag("numbered"));
    section.end();
    return tag;
  }

  private static Extent usual(Holds holds) {
    return switch (holds) {
      case ITEMS, PAIRS, ASIDE -> new Extent.CountedLine(0);
      case PARTS -> new Extent.Rest();
      case NOTHING, VALUE, NAMED -> new Extent.Exactly(0);
    };
  }

  private static int tagByte(JsonSection section) {
    JsonNode tag = section.node("tag").orElse(null);
    if (tag != null && tag.isInt() && tag.intValue() >= 0 && tag.intValue() < 256) {
      return tag.intValue();
    }
    if (tag != null
        && tag.isTextual()
        && tag.textValue().length() == 1
        && tag.textValue().charAt(0) < 128) {
      return tag.textValue().charAt(0);
    }
    section.fault("tag", "one ASCII character or a number from 0 to 255 expected");
    return 0;
  }

  private TreePart part(JsonSection section) {
    TreePart part =
        new TreePart(
            section.text("name"),
            extent(section, new Extent.Rest()),
            section
                .section("format")
                .flatMap(found -> ValueFormatParser.read(found, order))
                .orElseGet(TextFormat::new),
            section.has("usual") ? section.textOrEmpty("usual") : "",
            section.flag("main"));
    section.end();
    return part;
  }

  /** A number of bytes, {@code "line"}, {@code "terminated"}, {@code "rest"}, or what counts. */
  private Extent extent(JsonSection section, Extent usual) {
    JsonNode length = section.node("length").orElse(null);
    int ending = section.optionalInteger("ending").orElse(0);
    int counts = section.optionalInteger("counts").orElse(0);
    if (ending < 0 || ending > 2) {
      section.fault("ending", "0, 1 or 2 expected");
      return usual;
    }
    if (length == null) {
      return usual;
    }
    if (length.isInt() && length.intValue() >= 0) {
      return new Extent.Exactly(length.intValue());
    }
    return switch (length.asText()) {
      case "line" -> new Extent.Line();
      case "counted-line" -> new Extent.CountedLine(ending);
      case "terminated" -> new Extent.Terminated();
      case "rest" -> new Extent.Rest();
      default -> new Extent.Counted(forms.fixed(section, "length"), counts, ending);
    };
  }
}
