package org.sqlxos.wirevm.internal.value;

import org.sqlxos.operation.api.ValueKind;
import org.sqlxos.wirevm.internal.frame.FrameOutput;

/** Bits: their 32-bit number, then eight a byte from the highest on; {@code 0101} in writing. */
public final class BitStringFormat extends ValueFormat {

  private static final String TYPE = "A string of bits";

  private final Endian endian;

  BitStringFormat(Endian endian) {
    this.endian = endian;
  }

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
    if (length < Integer.BYTES) {
      throw Malformed.length(length, TYPE);
    }
    int count = endian.intAt(bytes, offset);
    if (count < 0 || (count + 7L) / Byte.SIZE != length - Integer.BYTES) {
      throw Malformed.length(length, TYPE);
    }
    byte[] text = to.take(count);
    for (int i = 0; i < count; i++) {
      int eight = bytes[offset + Integer.BYTES + i / Byte.SIZE];
      text[i] = (byte) ('0' + (eight >> (7 - i % Byte.SIZE) & 1));
    }
    return to.composed(count);
  }

  @Override
  public void write(Object value, FrameOutput to) {
    if (!(value instanceof String text)) {
      throw Refusal.of(TYPE, value);
    }
    endian.putInt(to, text.length());
    int eight = 0;
    for (int i = 0; i < text.length(); i++) {
      char bit = text.charAt(i);
      if (bit != '0' && bit != '1') {
        throw Refusal.of(TYPE, value);
      }
      eight |= (bit - '0') << (7 - i % Byte.SIZE);
      if (i % Byte.SIZE == 7 || i == text.length() - 1) {
        to.putByte(eight);
        eight = 0;
      }
    }
  }
}
