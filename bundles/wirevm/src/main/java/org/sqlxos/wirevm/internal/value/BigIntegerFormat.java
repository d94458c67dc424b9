package org.sqlxos.wirevm.internal.value;

import java.math.BigInteger;
import org.sqlxos.operation.api.ValueKind;
import org.sqlxos.wirevm.internal.frame.FrameOutput;

/** A whole number of any size in two's complement, the most significant byte first. */
public final class BigIntegerFormat extends ValueFormat {

  private static final String TYPE = "A whole number";

  /** So many make 200,000 digits; to write more of them down would take for ever. */
  static final int MOST_BYTES = 83_049;

  @Override
  public int width() {
    return PREFIXED;
  }

  @Override
  public ValueKind kind(byte[] bytes, int offset, int length) {
    return length <= Long.BYTES ? ValueKind.INTEGER : ValueKind.DECIMAL;
  }

  @Override
  public long toLong(byte[] bytes, int offset, int length) {
    if (length == 0 || length > Long.BYTES) {
      throw Malformed.length(length, TYPE);
    }
    long value = bytes[offset];
    for (int i = 1; i < length; i++) {
      value = value << 8 | bytes[offset + i] & 0xff;
    }
    return value;
  }

  @Override
  public ValueText text(byte[] bytes, int offset, int length, ValueText to) {
    if (length == 0 || length > MOST_BYTES) {
      throw Malformed.length(length, TYPE);
    }
    return to.string(new BigInteger(bytes, offset, length).toString());
  }

  @Override
  public void write(Object value, FrameOutput to) {
    to.putBytes(Given.whole(value, TYPE).toByteArray());
  }
}
