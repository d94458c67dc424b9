package org.sqlxos.wirevm.internal.compile;

import java.nio.charset.StandardCharsets;
import org.sqlxos.wirevm.internal.WireProblem;
import org.sqlxos.wirevm.internal.frame.BodyReader;
import org.sqlxos.wirevm.internal.protocol.Event;
import org.sqlxos.wirevm.internal.protocol.Field;
import org.sqlxos.wirevm.internal.protocol.Slots;
import org.sqlxos.wirevm.internal.value.Escapes;

/** What compiled readers call for lines of text that is separated. Hot code. */
public final class Cells {

  private Cells() {}

  /** The values of a row, each up to a separator. */
  public static void row(BodyReader from, int columns, int[] places, Field.Part.Cell cell) {
    byte[] bytes = from.array();
    int at = from.position();
    int end = from.end();
    byte separator = (byte) cell.separator();
    String none = cell.none();
    for (int i = 0; i < columns; i++) {
      if (at > end) {
        throw WireProblem.MALFORMED.problem("A row ends before its last value");
      }
      int start = at;
      while (at < end && bytes[at] != separator) {
        at++;
      }
      places[2 * i] = start;
      places[2 * i + 1] = is(bytes, start, at, none) ? -1 : at - start;
      at++;
    }
    if (at <= end) {
      throw WireProblem.MALFORMED.problem("A row has more values than there are columns");
    }
    from.skip(end - from.position());
  }

  private static boolean is(byte[] bytes, int from, int to, String text) {
    if (to - from != text.length()) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (bytes[from + i] != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Tells of each column, whose names were read before and whose types come here. */
  public static void columns(
      BodyReader from, Slots slots, EventListener listener, Field.Columns columns) {
    byte[] names = slots.bytes(columns.namesPlace());
    byte[] types = from.array();
    int nameAt = 0;
    int typeAt = from.position();
    int end = from.end();
    while (typeAt <= end) {
      if (nameAt > names.length) {
        throw uneven();
      }
      int nameEnd = cellEnd(names, nameAt, names.length, columns.separator());
      int typeEnd = cellEnd(types, typeAt, end, columns.separator());
      slots.setObject(columns.columnPlaces().name(), text(names, nameAt, nameEnd));
      slots.setObject(columns.columnPlaces().type(), text(types, typeAt, typeEnd));
      listener.on(Event.COLUMN, slots);
      nameAt = nameEnd + 1;
      typeAt = typeEnd + 1;
    }
    if (nameAt <= names.length) {
      throw uneven();
    }
    from.skip(end - from.position());
  }

  private static int cellEnd(byte[] bytes, int from, int end, int separator) {
    int at = from;
    while (at < end && bytes[at] != separator) {
      at++;
    }
    return at;
  }

  private static String text(byte[] bytes, int from, int to) {
    byte[] plain = Escapes.undone(bytes, from, to - from);
    return new String(plain, StandardCharsets.UTF_8);
  }

  private static RuntimeException uneven() {
    return WireProblem.MALFORMED.problem("A result has another number of names than of types");
  }
}
