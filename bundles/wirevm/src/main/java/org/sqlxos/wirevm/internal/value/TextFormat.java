package org.sqlxos.wirevm.internal.value;

import org.sqlxos.operation.api.ValueKind;
import org.sqlxos.wirevm.internal.frame.FrameOutput;

/** Text in UTF-8. Hot code. */
public final class TextFormat extends ValueFormat {

  private static final String TYPE = "A text";

  @Override
  public int width() {
    return PREFIXED;
  }

  @Override
  public ValueKind kind(byte[] bytes, int offset, int length) {
    return ValueKind.TEXT;
  }

  @Override
  public ValueText text(byte[] bytes, int offset, int length, ValueText to) {
    return to.utf8(bytes, offset, length);
  }

  @Override
  public void write(Object value, FrameOutput to) {
    to.putUtf8(Given.encodable(Given.text(value, TYPE), TYPE));
  }
}
