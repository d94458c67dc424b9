package org.sqlxos.wirevm.internal.value;

import java.math.BigInteger;
import org.sqlxos.operation.api.ValueKind;
import org.sqlxos.wirevm.internal.frame.FrameOutput;

/** Up to 64 bits as a whole number without sign: 1 to 8 bytes, the highest first. */
public final class BitsFormat extends ValueFormat {

  private static final String TYPE = "A whole number of up to 64 bits without sign";

  @Override
  public int width() {
    return PREFIXED;
  }

  @Override
  public ValueKind kind(byte[] bytes, int offset, int length) {
    return toLong(bytes, offset, length) < 0 ? ValueKind.DECIMAL : ValueKind.INTEGER;
  }

  @Override
  public long toLong(byte[] bytes, int offset, int length) {
    if (length < 1 || length > Long.BYTES) {
      throw Malformed.length(length, "A row of bits");
    }
    long value = 0;
    for (int i = 0; i < length; i++) {
      value = value << Byte.SIZE | bytes[offset + i] & 0xff;
    }
    return value;
  }

  @Override
  public ValueText text(byte[] bytes, int offset, int length, ValueText to) {
    return to.string(Long.toUnsignedString(toLong(bytes, offset, length)));
  }

  @Override
  public void write(Object value, FrameOutput to) {
    BigInteger whole = Given.whole(value, TYPE);
    if (whole.signum() < 0 || whole.bitLength() > Long.SIZE) {
      throw Refusal.of(TYPE, value);
    }
    long bits = whole.longValue();
    int bytes = Math.max(1, (whole.bitLength() + 7) / Byte.SIZE);
    for (int i = bytes - 1; i >= 0; i--) {
      to.putByte((int) (bits >> (i * Byte.SIZE)));
    }
  }
}
