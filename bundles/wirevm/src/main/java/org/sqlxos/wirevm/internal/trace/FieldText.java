package org.sqlxos.wirevm.internal.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.wirepack.api.TracedMessage.TracedField;
import org.sqlxos.wirevm.internal.frame.BodyReader;
import org.sqlxos.wirevm.internal.frame.NumberForm;
import org.sqlxos.wirevm.internal.protocol.Field;
import org.sqlxos.wirevm.internal.protocol.Field.Part;
import org.sqlxos.wirevm.internal.protocol.Length;
import org.sqlxos.wirevm.internal.protocol.Slots;
import org.sqlxos.wirevm.internal.protocol.TypeGrammar;
import org.sqlxos.wirevm.internal.protocol.Variables;
import org.sqlxos.wirevm.internal.tree.TreeValue;

/** Reads the fields of a body as text for people; what has no name is passed over. */
final class FieldText {

  /** What stands in place of a secret; its length is told by nothing. */
  private static final String MASK = "***";

  private static final int MOST_REPEATS = 50;

  /** Whether the value of a variable is to be masked. */
  interface Hidden {
    boolean hides(int place, boolean octets);
  }

  private final BodyReader body;
  private final Slots slots;
  private final Variables variables;
  private final Hidden hidden;
  private final List<TracedField> shown = new ArrayList<>();

  /** What a count has said; negative if there was none. */
  private long counted = -1;

  FieldText(BodyReader body, Slots slots, Variables variables, Hidden hidden) {
    this.body = body;
    this.slots = slots;
    this.variables = variables;
    this.hidden = hidden;
  }

  List<TracedField> read(List<Field> fields) {
    try {
      fields(fields);
    } catch (ProblemException e) {
      shown.add(new TracedField("", "the message ends here"));
    }
    return shown;
  }

  private void fields(List<Field> fields) {
    fields.forEach(this::field);
  }

  private void field(Field field) {
    switch (field) {
      case Field.Constant constant -> body.skip(constant.form().bytes());
      case Field.Number number -> {
        long value = Octets.number(body, number.form());
        if (number.place() != Field.NOWHERE) {
          show(number.place(), Long.toString(value));
        }
      }
      case Field.Text text -> octets(text.length(), text.place(), false);
      case Field.LastNumber last -> octets(last.length(), last.place(), false);
      case Field.Bytes bytes -> octets(bytes.length(), bytes.place(), true);
      case Field.Literal literal -> literal(literal);
      case Field.Padding padding -> body.skip(padding.bytes());
      case Field.When when -> when(when);
      case Field.Repeat repeat -> repeat(repeat);
      case Field.Keyed keyed -> keyed(keyed);
      case Field.Texts texts -> {
        String all = body.takeTexts();
        show(texts.place(), quoted(texts.place(), all.replace("\n", ", "), false));
      }
      case Field.Type type -> TypeGrammar.read(body, type.form(), type.grammar());
      case Field.Columns _ -> rest("columns");
      case Field.Rows _ -> rest("rows");
      case Field.Count count -> counted = Octets.number(body, count.form());
      case Field.Each each -> each(each);
      case Field.NullBits bits -> rest(plural(bits.subject()));
      case Field.Tree tree -> tree(tree);
    }
  }

  /** A tree may hold anything anywhere: until the connection is ready all of it is masked. */
  private void tree(Field.Tree tree) {
    byte[] found =
        body.takeBytes(
            TreeValue.end(tree.layout(), body.array(), body.position(), body.end())
                - (long) body.position());
    boolean masked = hidden.hides(tree.place(), true);
    shown.add(new TracedField("tree", masked ? MASK : Octets.readable(found)));
  }

  private static String plural(Field.Subject subject) {
    return subject == Field.Subject.PARAMETER ? "parameters" : "columns";
  }

  /**
   * As many as the message said before, else to its end. What has no length before it stays
   * together: to take it apart one would have to know its type.
   */
  private void each(Field.Each each) {
    String name = plural(each.subject());
    if (each.parts().stream()
        .anyMatch(part -> part instanceof Part.BareValue || part instanceof Part.Cell)) {
      rest(name);
      return;
    }
    List<String> values = new ArrayList<>();
    for (long left = counted; left != 0 && body.remaining() > 0; left--) {
      each.parts().forEach(part -> part(part).ifPresent(values::add));
    }
    if (!values.isEmpty()) {
      shown.add(new TracedField(name, String.join(", ", values)));
    }
  }

  private Optional<String> part(Part part) {
    return switch (part) {
      case Part.FormatCode format -> passed(format.form());
      case Part.TypeCode type -> passed(type.form());
      case Part.Value value -> {
        long length = Octets.number(body, value.length());
        yield Optional.of(
            length == value.none() || length < 0
                ? "NULL"
                : Octets.readable(body.takeBytes(length)));
      }
      case Part.BareValue _, Part.Cell _ -> Optional.empty();
    };
  }

  private Optional<String> passed(NumberForm form) {
    Octets.number(body, form);
    return Optional.empty();
  }

  private void rest(String name) {
    if (body.remaining() > 0) {
      shown.add(new TracedField(name, Octets.readable(body.takeRestBytes())));
    }
  }

  private void octets(Length length, int place, boolean raw) {
    byte[] found = Octets.take(body, length, slots);
    if (place != Field.NOWHERE) {
      show(place, hidden.hides(place, raw) ? MASK : Octets.readable(found));
    }
  }

  private String quoted(int place, String text, boolean raw) {
    return hidden.hides(place, raw) ? MASK : '"' + text + '"';
  }

  private void show(int place, String value) {
    shown.add(new TracedField(variables.names().get(place), value));
  }

  private void literal(Field.Literal literal) {
    body.skip(
        literal.text().getBytes(java.nio.charset.StandardCharsets.UTF_8).length
            + (literal.terminated() ? 1 : 0));
  }

  private void when(Field.When when) {
    if (when.there(slots.number(when.place()))) {
      fields(when.fields());
    }
  }

  private void repeat(Field.Repeat repeat) {
    long count = slots.number(repeat.countPlace());
    for (long i = 0; i < Math.min(count, MOST_REPEATS); i++) {
      fields(repeat.fields());
    }
  }

  private void keyed(Field.Keyed keyed) {
    for (int key = body.takeKey(); key != 0; key = body.takeKey()) {
      Map<Integer, Integer> places = keyed.placeByKey();
      octets(keyed.length(), places.getOrDefault(key, Field.NOWHERE), false);
    }
  }
}
