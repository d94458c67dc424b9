package org.sqlxos.wirevm.internal.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;
import org.sqlxos.operation.api.ValueKind;
import org.sqlxos.wirevm.internal.frame.FrameOutput;

/** A binary fraction of 4 or 8 bytes, IEEE 754. Hot code. */
public final class FloatFormat extends ValueFormat {

  static final Pattern NUMBER =
      Pattern.compile("[+-]?+(?:[0-9]++(?:\\.[0-9]*+)?+|\\.[0-9]++)(?:[eE][+-]?+[0-9]++)?+");

  private final int bytes;
  private final Endian endian;

  FloatFormat(int bytes, Endian endian) {
    this.bytes = bytes;
    this.endian = endian;
  }

  int bytes() {
    return bytes;
  }

  @Override
  public int width() {
    return bytes;
  }

  @Override
  public ValueKind kind(byte[] from, int offset, int length) {
    return ValueKind.FLOAT;
  }

  @Override
  public double toDouble(byte[] from, int offset, int length) {
    Malformed.unlessLength(length, bytes, "A binary fraction");
    return bytes == Double.BYTES
        ? Double.longBitsToDouble(endian.longAt(from, offset))
        : ShortestFloat.widen(Float.intBitsToFloat(endian.intAt(from, offset)));
  }

  @Override
  public void write(Object value, FrameOutput to) {
    if (bytes == Double.BYTES) {
      endian.putLong(to, Double.doubleToLongBits(fraction(value, "A binary fraction of 64 bits")));
    } else {
      endian.putInt(to, Float.floatToIntBits(narrow(value)));
    }
  }

  private static float narrow(Object value) {
    String expected = "A binary fraction of 32 bits";
    double wide = fraction(value, expected);
    float narrow = (float) wide;
    boolean overflown = Float.isInfinite(narrow) && !Double.isInfinite(wide);
    boolean vanished = narrow == 0 && wide != 0;
    boolean whole = value instanceof Long || value instanceof Integer;
    if (overflown || vanished || (whole && narrow != wide)) {
      throw Refusal.of(expected, value);
    }
    return narrow;
  }

  static double fraction(Object value, String expected) {
    return switch (value) {
      case Double number -> number;
      case Float number -> number;
      case Integer number -> number;
      case Long _, Short _, Byte _, BigInteger _, BigDecimal _ -> exact(value, expected);
      case String text -> parsed(text, expected);
      default -> throw Refusal.of(expected, value);
    };
  }

  /** A number is the fraction itself; a decimal may also be its shortest notation. */
  private static double exact(Object value, String expected) {
    BigDecimal number = Given.decimal(value, expected);
    double nearest = number.doubleValue();
    if (Double.isFinite(nearest)) {
      boolean same = new BigDecimal(nearest).compareTo(number) == 0;
      boolean notation =
          value instanceof BigDecimal && BigDecimal.valueOf(nearest).compareTo(number) == 0;
      if (same || notation) {
        return nearest;
      }
    }
    throw Refusal.of(expected, value);
  }

  private static double parsed(String text, String expected) {
    return switch (text) {
      case "NaN" -> Double.NaN;
      case "Infinity" -> Double.POSITIVE_INFINITY;
      case "-Infinity" -> Double.NEGATIVE_INFINITY;
      default -> {
        double number = NUMBER.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
        if (!Double.isFinite(number)) {
          throw Refusal.of(expected, text);
        }
        yield number;
      }
    };
  }
}
