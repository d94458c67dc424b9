package org.sqlxos.wirevm.internal.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.sqlxos.operation.api.ValueKind;
import org.sqlxos.wirevm.internal.frame.FrameOutput;

/**
 * A decimal floating-point number of 128 bits, its coefficient as a binary number (IEEE 754-2008,
 * 3.5.2): sign, 14 bits of exponent, 113 bits of coefficient. NaN and the infinities are TEXT.
 */
public final class DecimalFloatFormat extends ValueFormat {

  private static final String TYPE = "A decimal number of 34 digits";
  private static final int DIGITS = 34;
  private static final int BIAS = 6176;
  private static final int GREATEST = 6111;
  private static final int COEFFICIENT_BITS = 49;
  private static final long SPECIAL = 0x7800_0000_0000_0000L;
  private static final long NAN = 0x7c00_0000_0000_0000L;
  private static final BigInteger MOST = BigInteger.TEN.pow(DIGITS).subtract(BigInteger.ONE);

  private final Endian endian;

  DecimalFloatFormat(Endian endian) {
    this.endian = endian;
  }

  @Override
  public int width() {
    return 2 * Long.BYTES;
  }

  private long high(byte[] bytes, int offset) {
    return endian.longAt(bytes, endian == Endian.LITTLE ? offset + Long.BYTES : offset);
  }

  private long low(byte[] bytes, int offset) {
    return endian.longAt(bytes, endian == Endian.LITTLE ? offset : offset + Long.BYTES);
  }

  @Override
  public ValueKind kind(byte[] bytes, int offset, int length) {
    Malformed.unlessLength(length, width(), TYPE);
    return (high(bytes, offset) & SPECIAL) == SPECIAL ? ValueKind.TEXT : ValueKind.DECIMAL;
  }

  @Override
  public ValueText text(byte[] bytes, int offset, int length, ValueText to) {
    Malformed.unlessLength(length, width(), TYPE);
    long high = high(bytes, offset);
    if ((high & NAN) == NAN) {
      return to.string("NaN");
    }
    if ((high & SPECIAL) == SPECIAL) {
      return to.string(high < 0 ? "-Infinity" : "Infinity");
    }
    return to.string(decimal(high, low(bytes, offset)));
  }

  private static String decimal(long high, long low) {
    boolean large = (high & 0x6000_0000_0000_0000L) == 0x6000_0000_0000_0000L;
    int exponent = (int) (high >>> (large ? 47 : COEFFICIENT_BITS) & 0x3fff) - BIAS;
    // A coefficient that is larger than any has is zero.
    BigInteger coefficient =
        large
            ? BigInteger.ZERO
            : BigInteger.valueOf(high & (1L << COEFFICIENT_BITS) - 1)
                .shiftLeft(Long.SIZE)
                .or(new BigInteger(Long.toUnsignedString(low)));
    if (coefficient.compareTo(MOST) > 0) {
      coefficient = BigInteger.ZERO;
    }
    BigDecimal value = new BigDecimal(coefficient, -exponent);
    // Thousands of zeros would say no more.
    String text =
        Math.abs(exponent) > 2 * DIGITS
            ? value.stripTrailingZeros().toString().replace("E+", "E")
            : value.toPlainString();
    return high < 0 ? "-" + text : text;
  }

  @Override
  public void write(Object value, FrameOutput to) {
    @Nullable Long special = special(value);
    if (special != null) {
      put(special, 0, to);
      return;
    }
    BigDecimal decimal = fitting(Given.decimal(value, TYPE), value);
    BigInteger coefficient = decimal.unscaledValue().abs();
    long high =
        (long) (BIAS - decimal.scale()) << COEFFICIENT_BITS
            | coefficient.shiftRight(Long.SIZE).longValue();
    boolean negative =
        decimal.signum() < 0 || (value instanceof String text && text.startsWith("-"));
    put(negative ? high | Long.MIN_VALUE : high, coefficient.longValue(), to);
  }

  private static @Nullable Long special(Object value) {
    String text = value instanceof Double number ? number.toString() : value.toString();
    return switch (text) {
      case "NaN" -> NAN;
      case "Infinity" -> SPECIAL;
      case "-Infinity" -> SPECIAL | Long.MIN_VALUE;
      default -> null;
    };
  }

  /** With a coefficient and an exponent that there is room for, if nothing is lost. */
  private static BigDecimal fitting(BigDecimal decimal, Object value) {
    try {
      BigDecimal exact =
          decimal.precision() > DIGITS
              ? decimal.round(new MathContext(DIGITS, RoundingMode.UNNECESSARY))
              : decimal;
      if (exact.signum() == 0) {
        return exact.setScale(Math.clamp(exact.scale(), -GREATEST, BIAS));
      }
      if (exact.scale() > BIAS) {
        exact = exact.setScale(BIAS, RoundingMode.UNNECESSARY);
      } else if (exact.scale() < -GREATEST) {
        exact = exact.setScale(-GREATEST, RoundingMode.UNNECESSARY);
      }
      if (exact.precision() <= DIGITS) {
        return exact;
      }
    } catch (ArithmeticException e) {
      // Refused below.
    }
    throw Refusal.of(TYPE, value);
  }

  private void put(long high, long low, FrameOutput to) {
    endian.putLong(to, endian == Endian.LITTLE ? low : high);
    endian.putLong(to, endian == Endian.LITTLE ? high : low);
  }
}
