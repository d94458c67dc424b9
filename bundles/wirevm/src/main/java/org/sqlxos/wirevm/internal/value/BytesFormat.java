package org.sqlxos.wirevm.internal.value;

import java.util.Arrays;
import org.sqlxos.operation.api.ValueKind;
import org.sqlxos.wirevm.internal.frame.FrameOutput;

/** Bytes as they are. Hot code. */
public final class BytesFormat extends ValueFormat {

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
    return Arrays.copyOfRange(bytes, offset, offset + length);
  }

  @Override
  public void write(Object value, FrameOutput to) {
    to.putBytes(Given.bytes(value, "A sequence of bytes"));
  }
}
