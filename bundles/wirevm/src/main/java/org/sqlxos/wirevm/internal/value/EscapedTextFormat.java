package org.sqlxos.wirevm.internal.value;

import org.sqlxos.operation.api.ValueKind;
import org.sqlxos.wirevm.internal.frame.FrameOutput;

/**
 * Text or bytes in a line: what would end the line or the value is written with a backslash. A
 * value without one is read where it lies. Hot code.
 */
public final class EscapedTextFormat extends ValueFormat {

  private final TextOrBytesFormat plain = new TextOrBytesFormat();

  @Override
  public int width() {
    return PREFIXED;
  }

  @Override
  public ValueKind kind(byte[] bytes, int offset, int length) {
    if (!Escapes.any(bytes, offset, length)) {
      return plain.kind(bytes, offset, length);
    }
    byte[] meant = Escapes.undone(bytes, offset, length);
    return plain.kind(meant, 0, meant.length);
  }

  @Override
  public ValueText text(byte[] bytes, int offset, int length, ValueText to) {
    if (!Escapes.any(bytes, offset, length)) {
      return to.utf8(bytes, offset, length);
    }
    byte[] meant = to.take(length);
    int size = Escapes.undo(bytes, offset, length, meant);
    return to.utf8(meant, 0, size);
  }

  @Override
  public byte[] toBytes(byte[] bytes, int offset, int length) {
    return Escapes.undone(bytes, offset, length);
  }

  @Override
  public void write(Object value, FrameOutput to) {
    plain.write(value, to);
  }
}
