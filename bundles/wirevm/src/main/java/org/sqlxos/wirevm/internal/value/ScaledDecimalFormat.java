package org.sqlxos.wirevm.internal.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.sqlxos.operation.api.ValueKind;
import org.sqlxos.wirevm.internal.frame.FrameOutput;

/**
 * An exact number: the digits behind the point as 32 bits, then all digits as a whole number in
 * two's complement.
 */
public final class ScaledDecimalFormat extends ValueFormat {

  private static final String TYPE = "A decimal number";

  /** What would have more zeros is written with an exponent, which costs no memory. */
  private static final int MOST_ZEROS = 400;

  private final Endian endian;

  ScaledDecimalFormat(Endian endian) {
    this.endian = endian;
  }

  @Override
  public int width() {
    return PREFIXED;
  }

  @Override
  public ValueKind kind(byte[] bytes, int offset, int length) {
    return ValueKind.DECIMAL;
  }

  @Override
  public ValueText text(byte[] bytes, int offset, int length, ValueText to) {
    if (length <= Integer.BYTES || length - Integer.BYTES > BigIntegerFormat.MOST_BYTES) {
      throw Malformed.length(length, TYPE);
    }
    int scale = endian.intAt(bytes, offset);
    BigInteger digits = new BigInteger(bytes, offset + Integer.BYTES, length - Integer.BYTES);
    BigDecimal decimal = new BigDecimal(digits, scale);
    boolean plain = Math.abs((long) scale) <= MOST_ZEROS;
    return to.string(plain ? decimal.toPlainString() : decimal.toString());
  }

  @Override
  public void write(Object value, FrameOutput to) {
    BigDecimal decimal = Given.decimal(value, TYPE);
    endian.putInt(to, decimal.scale());
    to.putBytes(decimal.unscaledValue().toByteArray());
  }
}
