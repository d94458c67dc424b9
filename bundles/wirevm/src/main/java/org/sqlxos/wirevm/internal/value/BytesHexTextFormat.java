package org.sqlxos.wirevm.internal.value;

import org.sqlxos.operation.api.ValueKind;
import org.sqlxos.wirevm.internal.frame.FrameOutput;

/** Bytes as {@code \x}, then two hexadecimal digits each. */
public final class BytesHexTextFormat extends ValueFormat {

  private static final String TYPE = "A sequence of bytes in hexadecimal digits";

  @Override
  public int width() {
    return PREFIXED;
  }

  @Override
  public ValueKind kind(byte[] bytes, int offset, int length) {
    return ValueKind.BYTES;
  }

  @Override
  public byte[] toBytes(byte[] bytes, int offset, int length) {
    if (length < 2 || length % 2 != 0 || bytes[offset] != '\\' || bytes[offset + 1] != 'x') {
      throw Malformed.content(TYPE);
    }
    byte[] result = new byte[length / 2 - 1];
    for (int i = 0; i < result.length; i++) {
      int at = offset + 2 + 2 * i;
      int value = Hex.value(bytes[at]) << 4 | Hex.value(bytes[at + 1]);
      if (value < 0) {
        throw Malformed.content(TYPE);
      }
      result[i] = (byte) value;
    }
    return result;
  }

  @Override
  public void write(Object value, FrameOutput to) {
    byte[] given = Given.bytes(value, "A sequence of bytes");
    to.putByte('\\');
    to.putByte('x');
    for (byte b : given) {
      to.putByte(Hex.digit(b >> 4));
      to.putByte(Hex.digit(b));
    }
  }
}
