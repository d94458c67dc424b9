package org.sqlxos.wirevm.internal.value;

import org.sqlxos.operation.api.ValueKind;
import org.sqlxos.wirevm.internal.frame.FrameOutput;

/** Bytes that are usually text in UTF-8, and are bytes where they are not. Hot code. */
public final class TextOrBytesFormat extends ValueFormat {

  private static final String TYPE = "A text or a sequence of bytes";

  @Override
  public int width() {
    return PREFIXED;
  }

  @Override
  public ValueKind kind(byte[] bytes, int offset, int length) {
    return Utf8.wellFormed(bytes, offset, length) ? ValueKind.TEXT : ValueKind.BYTES;
  }

  @Override
  public ValueText text(byte[] bytes, int offset, int length, ValueText to) {
    return to.utf8(bytes, offset, length);
  }

  @Override
  public byte[] toBytes(byte[] bytes, int offset, int length) {
    return java.util.Arrays.copyOfRange(bytes, offset, offset + length);
  }

  @Override
  public void write(Object value, FrameOutput to) {
    if (value instanceof byte[] bytes) {
      to.putBytes(bytes);
    } else {
      to.putUtf8(Given.encodable(Given.text(value, TYPE), TYPE));
    }
  }
}
