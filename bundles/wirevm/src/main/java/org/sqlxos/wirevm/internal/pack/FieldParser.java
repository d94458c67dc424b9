package org.sqlxos.wirevm.internal.pack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sqlxos.wirevm.internal.document.JsonSection;
import org.sqlxos.wirevm.internal.frame.NumberForm;
import org.sqlxos.wirevm.internal.protocol.Event;
import org.sqlxos.wirevm.internal.protocol.Field;
import org.sqlxos.wirevm.internal.protocol.Field.Part;
import org.sqlxos.wirevm.internal.protocol.Field.Subject;
import org.sqlxos.wirevm.internal.protocol.Length;
import org.sqlxos.wirevm.internal.protocol.Pick;
import org.sqlxos.wirevm.internal.protocol.TypeGrammar;
import org.sqlxos.wirevm.internal.protocol.Variables;
import org.sqlxos.wirevm.internal.tree.TreeJsonReader;
import org.sqlxos.wirevm.internal.tree.TreeLayout;
import org.sqlxos.wirevm.internal.tree.TreePath;

/** Reads the fields of messages. */
final class FieldParser {

  private enum Kind {
    TEXT,
    LAST_NUMBER,
    BYTES,
    PADDING,
    WHEN,
    REPEAT,
    KEYED,
    TEXTS,
    ROWS,
    TYPE,
    COLUMNS,
    COUNT,
    EACH,
    NULL_BITS,
    TREE
  }

  private enum PartKind {
    FORMAT,
    TYPE,
    VALUE,
    BARE_VALUE,
    CELL
  }

  private final NumberForms forms;
  private final Variables variables;
  private final Map<String, TreeLayout> trees;

  private final TypeGrammar grammar;

  FieldParser(
      NumberForms forms, Variables variables, TypeGrammar grammar, Map<String, TreeLayout> trees) {
    this.forms = forms;
    this.variables = variables;
    this.grammar = grammar;
    this.trees = trees;
  }

  List<Field> read(JsonSection section, String key) {
    return section.has(key) ? section.sections(key).stream().map(this::field).toList() : List.of();
  }

  private Field field(JsonSection section) {
    Optional<NumberForm> number = section.node("type").flatMap(this::form);
    Field field = number.isPresent() ? number(section, number.get()) : other(section);
    section.end();
    return field;
  }

  private Optional<NumberForm> form(JsonNode type) {
    return type.isTextual() ? forms.find(type.textValue()) : Optional.empty();
  }

  private Field number(JsonSection section, NumberForm form) {
    Optional<JsonNode> is = section.node("is");
    if (is.isEmpty()) {
      return new Field.Number(form, place(section));
    }
    if (!is.get().isIntegralNumber() || !(form instanceof NumberForm.Fixed fixed)) {
      section.fault("is", "a whole number expected, for a number of fixed width");
      return new Field.Padding(0);
    }
    return new Field.Constant(fixed, is.get().longValue());
  }

  private int place(JsonSection section) {
    return section.optionalText("name").map(variables::place).orElse(Field.NOWHERE);
  }

  private int requiredPlace(JsonSection section, String key) {
    return variables.place(section.text(key));
  }

  private Field other(JsonSection section) {
    return switch (section.choice("type", Kind.class).orElse(Kind.PADDING)) {
      case TEXT -> text(section);
      case LAST_NUMBER -> new Field.LastNumber(length(section), requiredPlace(section, "name"));
      case BYTES -> new Field.Bytes(length(section), place(section));
      case PADDING -> padding(section);
      case WHEN -> when(section);
      case REPEAT ->
          new Field.Repeat(
              requiredPlace(section, "count"),
              read(section, "fields"),
              section.has("event")
                  ? section.choice("event", Event.class).orElse(Event.NONE)
                  : Event.NONE);
      case KEYED -> keyed(section);
      case ROWS ->
          new Field.Rows(
              requiredPlace(section, "count"),
              requiredPlace(section, "columns"),
              read(section, "fields"));
      case TYPE ->
          new Field.Type(forms.fixed(section, "as"), grammar, requiredPlace(section, "name"));
      case COLUMNS ->
          new Field.Columns(
              requiredPlace(section, "names"),
              separator(section),
              new Field.ColumnPlaces(
                  variables.place("column.name"), variables.place("column.type")));
      case TEXTS -> new Field.Texts(requiredPlace(section, "name"));
      case COUNT -> new Field.Count(forms.fixed(section, "as"), subject(section));
      case EACH ->
          new Field.Each(
              subject(section), section.sections("parts").stream().map(this::part).toList());
      case NULL_BITS ->
          new Field.NullBits(subject(section), section.optionalInteger("offset").orElse(0));
      case TREE -> tree(section);
    };
  }

  private Field tree(JsonSection section) {
    String name = section.text("tree");
    TreeLayout layout = trees.get(name);
    List<Pick> picks = new ArrayList<>();
    if (section.has("picks")) {
      section
          .section("picks")
          .ifPresent(
              all ->
                  all.allTexts()
                      .forEach(
                          (variable, path) ->
                              picks.add(
                                  new Pick(
                                      TreePath.of(path.equals(".") ? "" : path),
                                      variables.place(variable)))));
    }
    int place = place(section);
    Optional<JsonNode> value = section.node("value");
    if (layout == null) {
      section.fault("tree", "one of " + String.join(", ", trees.keySet()) + " expected");
      return new Field.Padding(0);
    }
    TreeJsonReader reader =
        new TreeJsonReader(layout, TreeJsonReader.Source.PACK, variables::place);
    return new Field.Tree(layout, place, picks, value.map(reader::template));
  }

  private static Field padding(JsonSection section) {
    int bytes = section.optionalInteger("bytes").orElse(1);
    if (bytes < 0) {
      section.fault("bytes", "0 or more expected");
    }
    return new Field.Padding(Math.max(0, bytes));
  }

  private Field text(JsonSection section) {
    Optional<JsonNode> is = section.node("is");
    Length length = length(section);
    return is.isPresent()
        ? new Field.Literal(is.get().asText(), length instanceof Length.Terminated)
        : new Field.Text(length, place(section));
  }

  private Field when(JsonSection section) {
    JsonNode mask = section.node("mask").orElse(null);
    if (mask != null && !(mask.isIntegralNumber() && mask.canConvertToLong())) {
      section.fault("mask", "a whole number expected");
    }
    boolean present = !section.has("present") || section.flag("present");
    if (section.has("equals")) {
      // It is there if the variable is not another.
      int value = section.optionalInteger("equals").orElse(0);
      return new Field.When(
          requiredPlace(section, "variable"), -1L, value, !present, read(section, "fields"));
    }
    return new Field.When(
        requiredPlace(section, "variable"),
        mask == null ? -1L : mask.asLong(),
        present,
        read(section, "fields"));
  }

  private Field keyed(JsonSection section) {
    Map<Integer, Integer> places = new HashMap<>();
    section
        .section("names")
        .ifPresent(
            names ->
                names
                    .allTexts()
                    .forEach(
                        (key, name) -> {
                          if (key.length() == 1 && key.charAt(0) < 128) {
                            places.put((int) key.charAt(0), variables.place(name));
                          } else {
                            names.fault(key, "a key of one ASCII character expected");
                          }
                        }));
    return new Field.Keyed(length(section), places);
  }

  private Subject subject(JsonSection section) {
    return section.choice("of", Subject.class).orElse(Subject.PARAMETER);
  }

  private Part part(JsonSection section) {
    Part part =
        switch (section.choice("part", PartKind.class).orElse(PartKind.BARE_VALUE)) {
          case FORMAT -> new Part.FormatCode(forms.fixed(section, "as"));
          case TYPE -> new Part.TypeCode(forms.fixed(section, "as"));
          case VALUE ->
              new Part.Value(
                  forms.of(section, "length"), section.optionalInteger("none").orElse(-1));
          case BARE_VALUE -> new Part.BareValue(forms.prefixed(section, "length"));
          case CELL -> new Part.Cell(separator(section), section.text("none"));
        };
    section.end();
    return part;
  }

  private static int separator(JsonSection section) {
    int separator = section.optionalInteger("separator").orElse(-1);
    if (separator < 0 || separator > 0x7f) {
      section.fault("separator", "the number of an ASCII character expected");
      return 0;
    }
    return separator;
  }

  /** {@code "rest"}, {@code "terminated"}, a number of bytes, a number form, or a variable. */
  private Length length(JsonSection section) {
    JsonNode length = section.node("length").orElse(null);
    if (length != null && length.isInt() && length.intValue() >= 0) {
      return new Length.Exactly(length.intValue());
    }
    if (length != null && length.isTextual()) {
      String text = length.textValue();
      if (text.equals("rest")) {
        return new Length.Rest();
      }
      if (text.equals("terminated")) {
        return new Length.Terminated();
      }
      if (text.startsWith("$")) {
        return new Length.Variable(variables.place(text.substring(1)));
      }
      if (forms.find(text).isPresent()) {
        return new Length.Counted(forms.find(text).get());
      }
    }
    section.fault(
        "length", "\"rest\", \"terminated\", a number, a number form or a $variable expected");
    return new Length.Rest();
  }

  /** The number forms, for those who read what is not a field. */
  NumberForms forms() {
    return forms;
  }

  static List<Field> flat(List<Field> fields) {
    List<Field> all = new ArrayList<>();
    for (Field field : fields) {
      all.add(field);
      if (field instanceof Field.When when) {
        all.addAll(flat(when.fields()));
      }
      if (field instanceof Field.Repeat repeat) {
        all.addAll(flat(repeat.fields()));
      }
    }
    return all;
  }
}
