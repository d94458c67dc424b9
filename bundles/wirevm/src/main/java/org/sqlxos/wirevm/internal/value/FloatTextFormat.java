package org.sqlxos.wirevm.internal.value;

import java.nio.charset.StandardCharsets;
import org.sqlxos.operation.api.ValueKind;
import org.sqlxos.wirevm.internal.frame.FrameOutput;

/** A binary fraction in decimal digits, with or without exponent. Hot code. */
public final class FloatTextFormat extends ValueFormat {

  private static final String TYPE = "A binary fraction in digits";

  /** A number of so many digits, divided by a power of ten, is rounded once: correctly. */
  private static final int EXACT_DIGITS = 15;

  private static final int LONGEST = 2_000;

  private static final double[] POWERS = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
  };

  @Override
  public int width() {
    return PREFIXED;
  }

  @Override
  public ValueKind kind(byte[] bytes, int offset, int length) {
    return ValueKind.FLOAT;
  }

  @Override
  public double toDouble(byte[] bytes, int offset, int length) {
    boolean negative = length > 0 && bytes[offset] == '-';
    int at = negative ? offset + 1 : offset;
    int end = offset + length;
    if (at == end || end - at > EXACT_DIGITS + 1) {
      return rare(bytes, offset, length);
    }
    long digits = 0;
    int point = -1;
    for (int i = at; i < end; i++) {
      byte c = bytes[i];
      if (c >= '0' && c <= '9') {
        digits = digits * 10 + (c - '0');
      } else if (c == '.' && point < 0) {
        point = i;
      } else {
        return rare(bytes, offset, length);
      }
    }
    if (end - at - (point < 0 ? 0 : 1) == 0 || point < 0 && end - at > EXACT_DIGITS) {
      return rare(bytes, offset, length);
    }
    double size = point < 0 ? digits : digits / POWERS[end - point - 1];
    return negative ? -size : size;
  }

  private static double rare(byte[] bytes, int offset, int length) {
    if (length == 0 || length > LONGEST) {
      throw Malformed.length(length, TYPE);
    }
    String text = new String(bytes, offset, length, StandardCharsets.ISO_8859_1);
    return switch (text) {
      // As servers write them.
      case "NaN", "nan" -> Double.NaN;
      case "Infinity", "inf" -> Double.POSITIVE_INFINITY;
      case "-Infinity", "-inf" -> Double.NEGATIVE_INFINITY;
      default -> {
        if (!FloatFormat.NUMBER.matcher(text).matches()) {
          throw Malformed.content(TYPE);
        }
        yield Double.parseDouble(text);
      }
    };
  }

  @Override
  public void write(Object value, FrameOutput to) {
    to.putUtf8(Double.toString(FloatFormat.fraction(value, "A binary fraction")));
  }
}
