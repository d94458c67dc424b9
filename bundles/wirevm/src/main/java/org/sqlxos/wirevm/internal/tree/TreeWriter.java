package org.sqlxos.wirevm.internal.tree;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sqlxos.operation.api.JsonValue;
import org.sqlxos.wirepack.api.Integrity;
import org.sqlxos.wirevm.internal.WireProblem;
import org.sqlxos.wirevm.internal.frame.FrameOutput;
import org.sqlxos.wirevm.internal.frame.NumberForm;
import org.sqlxos.wirevm.internal.value.ValueFamily;

/** Writes trees. One for each tree that is written. */
public final class TreeWriter {

  /** What places stand for. */
  public interface Values {

    /** A parameter, counted from 1. */
    @Nullable Object parameter(int number);

    /** A variable: {@code Long}, {@code String} or {@code byte[]}. */
    Object variable(int place);

    /** The statement. */
    TreeTemplate statement();
  }

  private static final byte[] LINE_END = {'\r', '\n'};

  private final TreeLayout layout;
  private final Values values;
  private final FrameOutput to;

  public TreeWriter(TreeLayout layout, Values values, FrameOutput to) {
    this.layout = layout;
    this.values = values;
    this.to = to;
  }

  /** Writes the outermost value. */
  public void root(TreeTemplate template) {
    if (!layout.bareRoot()) {
      item(null, template, 0);
      return;
    }
    TreeTemplate root =
        template instanceof TreeTemplate.Document document ? document(document) : template;
    switch (root) {
      case TreeTemplate.Named named ->
          named(layout.root(), named.entries(), List.<TreeTemplate.Entry>of(), 0);
      case TreeTemplate.Statement statement -> {
        if (!(values.statement() instanceof TreeTemplate.Named named)) {
          throw noObject();
        }
        named(layout.root(), named.entries(), statement.more(), 0);
      }
      case TreeTemplate.Constant _, TreeTemplate.Tagged _, TreeTemplate.Parameter _ ->
          throw noObject();
      case TreeTemplate.Document _, TreeTemplate.Variable _ -> throw noObject();
      case TreeTemplate.When _ -> throw noObject();
      case TreeTemplate.Items _, TreeTemplate.Parts _ -> throw noObject();
    }
  }

  private static RuntimeException noObject() {
    return WireProblem.STATEMENT_MALFORMED.problem(
        "The statement is no JSON object", "Write a command such as {\"ping\": 1}.");
  }

  /**
   * @param name behind the tag, in what has names
   */
  private void item(@Nullable String name, TreeTemplate template, int depth) {
    if (depth > layout.deepest()) {
      throw WireProblem.STATEMENT_MALFORMED.problem(
          "A statement or value is nested more than %d deep".formatted(layout.deepest()));
    }
    switch (template) {
      case TreeTemplate.Constant constant -> plain(name, constant.value());
      case TreeTemplate.Tagged tagged -> tagged(name, tagged.tag(), tagged.value());
      case TreeTemplate.Parameter parameter -> parameter(name, parameter);
      case TreeTemplate.Document document -> item(name, document(document), depth);
      case TreeTemplate.Variable variable -> plain(name, values.variable(variable.place()));
      case TreeTemplate.Statement _ -> item(name, values.statement(), depth);
      case TreeTemplate.When when -> item(name, when.value(), depth);
      case TreeTemplate.Items items -> {
        TreeTag tag = layout.named(layout.containers().items());
        begin(name, tag);
        items(tag, items.items(), depth);
      }
      case TreeTemplate.Named named -> {
        if (layout.containers().named().isEmpty()) {
          throw WireProblem.STATEMENT_MALFORMED.problem("This database takes no objects");
        }
        TreeTag tag = layout.named(layout.containers().named());
        begin(name, tag);
        named(tag, named.entries(), List.of(), depth);
      }
      case TreeTemplate.Parts parts -> {
        begin(name, parts.tag());
        parts(parts);
      }
    }
  }

  private TreeTemplate document(TreeTemplate.Document document) {
    @Nullable Object value = values.parameter(document.number());
    return switch (value) {
      case null -> new TreeTemplate.Constant(null);
      case String text -> TreeJsonReader.ofData(layout).read(text);
      case JsonValue json -> TreeJsonReader.ofData(layout).read(json.text());
      default -> new TreeTemplate.Constant(value);
    };
  }

  private void parameter(@Nullable String name, TreeTemplate.Parameter parameter) {
    @Nullable Object value = values.parameter(parameter.number());
    Optional<TreeTag> as = parameter.as();
    if (value != null && as.isPresent()) {
      tagged(name, as.get(), value);
    } else {
      plain(name, value);
    }
  }

  private void begin(@Nullable String name, TreeTag tag) {
    to.putByte(tag.tag());
    if (name != null) {
      if (name.indexOf('\0') >= 0) {
        throw WireProblem.TEXT_WITH_ZERO.problem("A name has the character with the number 0");
      }
      to.putUtf8(name);
      to.putByte(0);
    }
  }

  private void plain(@Nullable String name, @Nullable Object value) {
    if (value == null) {
      if (layout.containers().none().isEmpty()) {
        throw Integrity.VALUE.problem("A value is expected here, not null");
      }
      begin(name, layout.named(layout.containers().none()));
    } else if (value instanceof JsonValue json) {
      item(name, TreeJsonReader.ofData(layout).read(json.text()), 0);
    } else if (value instanceof List<?> list) {
      item(name, new TreeTemplate.Items(list.stream().map(TreeWriter::constant).toList()), 0);
    } else {
      TreeTag tag =
          layout
              .of(ValueFamily.of(value))
              .orElseThrow(
                  () ->
                      WireProblem.VALUE_UNKNOWN.problem(
                          "The pack has no tag for a " + value.getClass().getSimpleName()));
      tagged(name, tag, value);
    }
  }

  private static TreeTemplate constant(@Nullable Object value) {
    return new TreeTemplate.Constant(value);
  }

  private void tagged(@Nullable String name, TreeTag tag, Object value) {
    begin(name, tag);
    if (tag.holds() == TreeTag.Holds.NOTHING) {
      return;
    }
    if (tag.holds() == TreeTag.Holds.PARTS) {
      String main =
          tag.parts().stream().filter(TreePart::main).map(TreePart::name).findFirst().orElse("");
      parts(
          new TreeTemplate.Parts(
              tag, List.of(new TreeTemplate.Entry(main, new TreeTemplate.Constant(value)))));
      return;
    }
    sized(tag.extent(), () -> tag.required().write(value, to));
  }

  /** Writes content with what tells how long it is. */
  private void sized(Extent extent, Runnable content) {
    switch (extent) {
      case Extent.Exactly _, Extent.Rest _ -> content.run();
      case Extent.Line _ -> {
        content.run();
        to.putBytes(LINE_END);
      }
      case Extent.Terminated _ -> {
        int start = to.size();
        content.run();
        requireNoZero(start);
        to.putByte(0);
      }
      case Extent.CountedLine counted -> countedLine(counted, content);
      case Extent.Counted counted -> {
        int at = to.skip(counted.form().bytes());
        int start = to.size();
        content.run();
        length(counted.form(), at, to.size() - start + counted.counts());
        to.putBytes(new byte[counted.ending()]);
      }
    }
  }

  private void requireNoZero(int start) {
    for (int i = start; i < to.size(); i++) {
      if (to.array()[i] == 0) {
        throw WireProblem.TEXT_WITH_ZERO.problem("A text has the character with the number 0");
      }
    }
  }

  /** The content's size is known only behind it: room is left for the most likely digits. */
  private void countedLine(Extent.CountedLine counted, Runnable content) {
    int at = to.skip(3);
    int start = to.size();
    content.run();
    int length = to.size() - start;
    byte[] digits = Integer.toString(length).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    int shift = digits.length - 1;
    to.skip(shift);
    System.arraycopy(to.array(), start, to.array(), start + shift, length);
    System.arraycopy(digits, 0, to.array(), at, digits.length);
    to.setByte(at + digits.length, '\r');
    to.setByte(at + digits.length + 1, '\n');
    if (counted.ending() == LINE_END.length) {
      to.putBytes(LINE_END);
    }
  }

  private void length(NumberForm.Fixed form, int at, int length) {
    if (form.little()) {
      to.setIntLittle(at, length);
    } else {
      to.setIntBig(at, length);
    }
  }

  private void items(TreeTag tag, List<TreeTemplate> items, int depth) {
    if (tag.holds() == TreeTag.Holds.ITEMS) {
      to.putUtf8(Integer.toString(items.size()));
      to.putBytes(LINE_END);
      items.forEach(item -> item(null, item, depth + 1));
      return;
    }
    sized(
        tag.extent(),
        () -> {
          for (int i = 0; i < items.size(); i++) {
            item(Integer.toString(i), items.get(i), depth + 1);
          }
        });
  }

  private void named(
      TreeTag tag, List<TreeTemplate.Entry> entries, List<TreeTemplate.Entry> more, int depth) {
    sized(
        tag.extent(),
        () -> {
          entries.forEach(entry -> entry(entry, depth + 1));
          more.forEach(entry -> entry(entry, depth + 1));
        });
  }

  private void entry(TreeTemplate.Entry entry, int depth) {
    if (!(entry.value() instanceof TreeTemplate.When when) || there(when)) {
      item(entry.name(), entry.value(), depth);
    }
  }

  private boolean there(TreeTemplate.When when) {
    return switch (values.variable(when.place())) {
      case Long number -> number != 0;
      case String text -> !text.isEmpty();
      case byte[] bytes -> bytes.length > 0;
      default -> true;
    };
  }

  private void parts(TreeTemplate.Parts value) {
    sized(value.tag().extent(), () -> value.tag().parts().forEach(part -> part(value, part)));
  }

  private void part(TreeTemplate.Parts value, TreePart part) {
    for (TreeTemplate.Entry entry : value.entries()) {
      if (entry.name().equals(part.name())) {
        @Nullable Object given =
            switch (entry.value()) {
              case TreeTemplate.Constant constant -> constant.value();
              case TreeTemplate.Variable variable -> values.variable(variable.place());
              default -> null;
            };
        if (given == null) {
          throw WireProblem.STATEMENT_MALFORMED.problem(
              "%s of %s is no single value".formatted(part.name(), value.tag().wrapper()));
        }
        sized(part.extent(), () -> part.format().write(given, to));
        return;
      }
    }
    sized(part.extent(), () -> part.format().write(part.usual(), to));
  }
}
