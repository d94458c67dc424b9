package org.sqlxos.wirevm.internal.value;

import java.nio.charset.StandardCharsets;
import org.sqlxos.operation.api.ValueKind;
import org.sqlxos.wirevm.internal.frame.FrameOutput;

/** So many bytes, shown as text of two lower-case hexadecimal digits each. Hot code. */
public final class HexFormat extends ValueFormat {

  private final int bytes;
  private final String expected;

  HexFormat(int bytes) {
    this.bytes = bytes;
    this.expected = "A text of %d hexadecimal digits".formatted(2 * bytes);
  }

  @Override
  public int width() {
    return bytes;
  }

  @Override
  public ValueKind kind(byte[] from, int offset, int length) {
    return ValueKind.TEXT;
  }

  @Override
  public ValueText text(byte[] from, int offset, int length, ValueText to) {
    Malformed.unlessLength(length, bytes, "A value in hexadecimal digits");
    byte[] text = to.take(2 * length);
    for (int i = 0; i < length; i++) {
      text[2 * i] = Hex.digit(from[offset + i] >> 4);
      text[2 * i + 1] = Hex.digit(from[offset + i]);
    }
    return to.composed(2 * length);
  }

  @Override
  public void write(Object value, FrameOutput to) {
    byte[] digits = Given.text(value, expected).getBytes(StandardCharsets.UTF_8);
    if (digits.length != 2 * bytes) {
      throw Refusal.of(expected, value);
    }
    for (int i = 0; i < bytes; i++) {
      int next = Hex.value(digits[2 * i]) << 4 | Hex.value(digits[2 * i + 1]);
      if (next < 0) {
        throw Refusal.of(expected, value);
      }
      to.putByte(next);
    }
  }
}
