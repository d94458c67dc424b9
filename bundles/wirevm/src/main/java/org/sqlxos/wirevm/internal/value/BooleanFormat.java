package org.sqlxos.wirevm.internal.value;

import org.sqlxos.operation.api.ValueKind;
import org.sqlxos.wirevm.internal.frame.FrameOutput;

/**
 * A truth in one byte. Some databases have no such type and lend a small number to it: a byte other
 * than 0 and 1 is read as that number.
 */
public final class BooleanFormat extends ValueFormat {

  private static final String TYPE = "A truth value";

  @Override
  public int width() {
    return 1;
  }

  @Override
  public ValueKind kind(byte[] bytes, int offset, int length) {
    Malformed.unlessLength(length, 1, TYPE);
    return (bytes[offset] & ~1) == 0 ? ValueKind.BOOLEAN : ValueKind.INTEGER;
  }

  @Override
  public boolean toBoolean(byte[] bytes, int offset, int length) {
    Malformed.unlessLength(length, 1, TYPE);
    return bytes[offset] != 0;
  }

  @Override
  public long toLong(byte[] bytes, int offset, int length) {
    Malformed.unlessLength(length, 1, TYPE);
    return bytes[offset];
  }

  @Override
  public void write(Object value, FrameOutput to) {
    to.putByte(Given.truth(value, TYPE) ? 1 : 0);
  }
}
