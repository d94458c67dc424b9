package org.sqlxos.wirevm.internal.value;

import java.nio.charset.StandardCharsets;
import org.sqlxos.operation.api.ValueKind;
import org.sqlxos.wirevm.internal.frame.FrameOutput;

/** An exact number in decimal digits; NaN and the infinities are TEXT. Hot code. */
public final class DecimalTextFormat extends ValueFormat {

  private static final String TYPE = "A decimal number in digits";

  @Override
  public int width() {
    return PREFIXED;
  }

  @Override
  public ValueKind kind(byte[] bytes, int offset, int length) {
    byte last = length == 0 ? 0 : bytes[offset + length - 1];
    return last >= '0' && last <= '9' ? ValueKind.DECIMAL : ValueKind.TEXT;
  }

  @Override
  public ValueText text(byte[] bytes, int offset, int length, ValueText to) {
    if (kind(bytes, offset, length) == ValueKind.TEXT) {
      return to.string(special(bytes, offset, length));
    }
    int end = offset + length;
    boolean negative = bytes[offset] == '-';
    int at = negative ? offset + 1 : offset;
    int first = significant(bytes, at, end);
    requirePlain(bytes, first, end);
    if (!negative || first == at) {
      int from = negative ? offset : first;
      return to.ascii(bytes, from, end - from);
    }
    return to.string("-" + new String(bytes, first, end - first, StandardCharsets.ISO_8859_1));
  }

  /** Past the zeros that a column may fill its numbers with: JSON does not take them. */
  private static int significant(byte[] bytes, int from, int end) {
    int at = from;
    while (at < end - 1 && bytes[at] == '0' && bytes[at + 1] != '.') {
      at++;
    }
    return at;
  }

  private static void requirePlain(byte[] bytes, int from, int end) {
    int points = 0;
    for (int i = from; i < end; i++) {
      byte c = bytes[i];
      if (c == '.' && i > from) {
        points++;
      } else if (c < '0' || c > '9') {
        throw Malformed.content(TYPE);
      }
    }
    if (points > 1) {
      throw Malformed.content(TYPE);
    }
  }

  private static String special(byte[] bytes, int offset, int length) {
    if (length == 0 || length > "-Infinity".length()) {
      throw Malformed.length(length, TYPE);
    }
    String text = new String(bytes, offset, length, StandardCharsets.ISO_8859_1);
    return switch (text) {
      case "NaN", "Infinity", "-Infinity" -> text;
      default -> throw Malformed.content(TYPE);
    };
  }

  @Override
  public void write(Object value, FrameOutput to) {
    switch (value) {
      case String text when DecimalGroupsFormat.isSpecial(text) -> to.putUtf8(text);
      case Double number when !Double.isFinite(number) -> to.putUtf8(number.toString());
      default -> to.putUtf8(Given.decimal(value, "A decimal number").toPlainString());
    }
  }
}
