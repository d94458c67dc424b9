package org.sqlxos.wirevm.internal.value;

import org.sqlxos.operation.api.ValueKind;
import org.sqlxos.wirevm.internal.frame.FrameOutput;

/** The address of a network card: 6 or 8 bytes, two digits each with colons between in writing. */
public final class MacAddressFormat extends ValueFormat {

  private static final int DIGITS_AND_COLON = 3;

  private final int bytes;
  private final String type;

  MacAddressFormat(int bytes) {
    this.bytes = bytes;
    type = "A MAC address of %d bytes".formatted(bytes);
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
    Malformed.unlessLength(length, bytes, type);
    int size = bytes * DIGITS_AND_COLON - 1;
    byte[] text = to.take(size);
    for (int i = 0; i < bytes; i++) {
      if (i > 0) {
        text[i * DIGITS_AND_COLON - 1] = ':';
      }
      Hex.put(text, i * DIGITS_AND_COLON, from[offset + i]);
    }
    return to.composed(size);
  }

  @Override
  public void write(Object value, FrameOutput to) {
    if (!(value instanceof String text) || text.length() != bytes * DIGITS_AND_COLON - 1) {
      throw Refusal.of(type, value);
    }
    for (int i = 0; i < bytes; i++) {
      int at = i * DIGITS_AND_COLON;
      boolean separated = i == 0 || text.charAt(at - 1) == ':' || text.charAt(at - 1) == '-';
      int number = Hex.value(text.charAt(at)) << 4 | Hex.value(text.charAt(at + 1));
      if (!separated || number < 0) {
        throw Refusal.of(type, value);
      }
      to.putByte(number);
    }
  }
}
