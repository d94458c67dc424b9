package org.sqlxos.wirevm.internal.pack;

import java.util.List;
import java.util.Map;
import org.sqlxos.wirevm.internal.document.JsonSection;
import org.sqlxos.wirevm.internal.frame.Framing;
import org.sqlxos.wirevm.internal.frame.NumberForm.Fixed;
import org.sqlxos.wirevm.internal.tree.TreeLayout;

/** Reads what stands around messages: the parts of a header, in their order. */
final class FramingParser {

  private final NumberForms forms;

  FramingParser(NumberForms forms) {
    this.forms = forms;
  }

  Framing read(String name, JsonSection section, Map<String, TreeLayout> trees) {
    if (section.has("tree")) {
      String tree = section.text("tree");
      TreeLayout layout = trees.get(tree);
      section.end();
      if (layout == null) {
        section.fault("tree", "one of " + String.join(", ", trees.keySet()) + " expected");
      } else {
        return Framing.ofValues(name, layout);
      }
    }
    return header(name, section);
  }

  private Framing header(String name, JsonSection section) {
    Fixed lengthForm = new Fixed(1, false, false);
    int lengthOffset = -1;
    int lengthCounts = 0;
    int tagOffset = -1;
    int sequenceOffset = -1;
    int at = 0;
    List<JsonSection> parts = section.sections("header");
    for (JsonSection part : parts) {
      Fixed form = forms.fixed(part, "type");
      switch (part.choice("part", HeaderPart.class).orElse(HeaderPart.TAG)) {
        case TAG -> tagOffset = at;
        case SEQUENCE -> sequenceOffset = at;
        case LENGTH -> {
          lengthOffset = at;
          lengthForm = form;
          lengthCounts = part.optionalInteger("counts").orElse(0);
        }
      }
      part.end();
      at += form.bytes();
    }
    if (parts.isEmpty()) {
      section.fault("header", "at least one part expected");
    }
    int splitAt = section.optionalInteger("splitAt").orElse(0);
    section.end();
    return new Framing(
        name, at, lengthOffset, lengthForm, lengthCounts, tagOffset, sequenceOffset, splitAt);
  }

  /** What a header is made of. */
  private enum HeaderPart {
    TAG,
    LENGTH,
    SEQUENCE
  }
}
