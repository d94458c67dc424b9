package org.sqlxos.wirevm.internal.pack;

import java.util.List;
import java.util.Optional;
import org.sqlxos.wirevm.internal.document.JsonSection;
import org.sqlxos.wirevm.internal.protocol.Field;
import org.sqlxos.wirevm.internal.protocol.Field.Part;
import org.sqlxos.wirevm.internal.protocol.Field.Subject;
import org.sqlxos.wirevm.internal.protocol.Message;

/**
 * Whether a message can be used as it is: some fields can only be read, some only be written, some
 * only be in rows.
 */
final class MessageUse {

  private enum Use {
    SENT,
    RECEIVED,
    ROW
  }

  private final JsonSection wire;

  MessageUse(JsonSection wire) {
    this.wire = wire;
  }

  /** Notes what is wrong with a message that is sent. */
  void sent(Message message) {
    check(message, Use.SENT);
  }

  /** Notes what is wrong with a message that comes. */
  void received(Message message) {
    boolean row = message.fields().stream().anyMatch(Field.Each.class::isInstance);
    check(message, row ? Use.ROW : Use.RECEIVED);
    if (row && message.fields().stream().noneMatch(Field.NullBits.class::isInstance)) {
      for (int i = 0; i < message.fields().size(); i++) {
        if (message.fields().get(i) instanceof Field.Each each
            && each.parts().stream().anyMatch(Part.BareValue.class::isInstance)) {
          wire.fault(
              path(message, i), "null-bits expected before it, which say what has a bare-value");
        }
      }
    }
  }

  private static String path(Message message, int index) {
    return "messages." + message.name() + ".fields[" + index + "]";
  }

  private void check(Message message, Use use) {
    fields("messages." + message.name() + ".fields", message.fields(), use);
  }

  private void fields(String place, List<Field> fields, Use use) {
    for (int i = 0; i < fields.size(); i++) {
      Field field = fields.get(i);
      String path = place + "[" + i + "]";
      fault(field, use).ifPresent(fault -> wire.fault(path, fault));
      if (field instanceof Field.When when) {
        fields(path + ".fields", when.fields(), use == Use.ROW ? Use.RECEIVED : use);
      } else if (field instanceof Field.Repeat repeat) {
        fields(path + ".fields", repeat.fields(), use == Use.ROW ? Use.RECEIVED : use);
      } else if (field instanceof Field.Rows rows) {
        rows(path, rows, i == fields.size() - 1);
      }
    }
  }

  private void rows(String path, Field.Rows rows, boolean last) {
    fields(path + ".fields", rows.fields(), Use.ROW);
    boolean counted =
        rows.fields().stream()
            .allMatch(
                field ->
                    field instanceof Field.Each each
                        && each.subject() == Subject.COLUMN
                        && each.parts().stream().allMatch(Part.Value.class::isInstance));
    if (!last || rows.fields().isEmpty() || !counted) {
      wire.fault(path, "the last field of a message expected, with the part value of each column");
    }
  }

  private static Optional<String> fault(Field field, Use use) {
    return switch (use) {
      case SENT -> whenSent(field);
      case RECEIVED -> whenReceived(field);
      case ROW -> inRow(field);
    };
  }

  private static Optional<String> whenSent(Field field) {
    return switch (field) {
      case Field.LastNumber _, Field.Repeat _, Field.Keyed _, Field.Texts _ -> readOnly();
      case Field.Rows _, Field.Type _, Field.Columns _ -> readOnly();
      case Field.Tree tree when tree.template().isEmpty() ->
          Optional.of("a value expected, the tree that is sent");
      case Field.Tree _ -> Optional.empty();
      case Field.Text text when text.place() == Field.NOWHERE -> unnamed();
      case Field.Bytes bytes when bytes.place() == Field.NOWHERE -> unnamed();
      case Field.Each each when each.parts().stream().anyMatch(part -> !sent(part, each)) ->
          Optional.of("of a column only the part format expected, for this message is sent");
      case Field.NullBits bits when bits.subject() == Subject.COLUMN ->
          Optional.of("of parameter expected, for this message is sent");
      case Field.Text _, Field.Bytes _, Field.Each _, Field.NullBits _ -> Optional.empty();
      case Field.Constant _, Field.Number _, Field.Literal _, Field.Padding _ -> Optional.empty();
      case Field.When _, Field.Count _ -> Optional.empty();
    };
  }

  private static Optional<String> readOnly() {
    return Optional.of("a field that can be written expected, for this message is sent");
  }

  private static Optional<String> unnamed() {
    return Optional.of("a name expected, the variable that is sent");
  }

  private static boolean sent(Part part, Field.Each each) {
    return part instanceof Part.FormatCode
        || each.subject() == Subject.PARAMETER && !(part instanceof Part.Cell);
  }

  private static Optional<String> whenReceived(Field field) {
    return switch (field) {
      case Field.Count _, Field.Each _, Field.NullBits _ ->
          Optional.of("count, each and null-bits expected only in rows and in what is sent");
      case Field.LastNumber _, Field.Repeat _, Field.Keyed _, Field.Texts _ -> Optional.empty();
      case Field.Text _, Field.Bytes _, Field.Constant _, Field.Number _ -> Optional.empty();
      case Field.Literal _, Field.Padding _, Field.When _, Field.Tree _ -> Optional.empty();
      case Field.Rows _, Field.Type _, Field.Columns _ -> Optional.empty();
    };
  }

  private static Optional<String> inRow(Field field) {
    return switch (field) {
      case Field.Each each when each.parts().stream().anyMatch(part -> !inRow(part)) ->
          Optional.of("only the parts value, bare-value and cell expected in a row");
      case Field.Constant _, Field.Padding _, Field.Count _, Field.NullBits _, Field.Each _ ->
          Optional.empty();
      case Field.Number _, Field.Text _, Field.LastNumber _, Field.Bytes _, Field.Literal _ ->
          inRowOnly();
      case Field.When _, Field.Repeat _, Field.Keyed _, Field.Texts _, Field.Tree _ -> inRowOnly();
      case Field.Rows _, Field.Type _, Field.Columns _ -> inRowOnly();
    };
  }

  private static Optional<String> inRowOnly() {
    return Optional.of(
        "a constant, padding, count, null-bits or each expected, for this message is a row");
  }

  private static boolean inRow(Part part) {
    return part instanceof Part.Value
        || part instanceof Part.BareValue
        || part instanceof Part.Cell;
  }
}
