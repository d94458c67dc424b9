package org.sqlxos.wirevm.internal.value;

import java.nio.charset.StandardCharsets;
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
  public String toText(byte[] bytes, int offset, int length, Scratch scratch) {
    return new String(bytes, offset, length, StandardCharsets.UTF_8);
  }

  @Override
  public void write(Object value, FrameOutput to) {
    to.putUtf8(Given.encodable(Given.text(value, TYPE), TYPE));
  }
}
