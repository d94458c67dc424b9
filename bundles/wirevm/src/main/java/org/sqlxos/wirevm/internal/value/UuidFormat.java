package org.sqlxos.wirevm.internal.value;

import java.util.UUID;
import org.sqlxos.operation.api.ValueKind;
import org.sqlxos.wirevm.internal.frame.FrameOutput;

/** A UUID as its 16 bytes in the order of its digits. Hot code. */
public final class UuidFormat extends ValueFormat {

  private static final String TYPE = "A UUID";
  private static final int BYTES = 16;
  private static final int TEXT_LENGTH = 36;

  @Override
  public int width() {
    return BYTES;
  }

  @Override
  public ValueKind kind(byte[] bytes, int offset, int length) {
    return ValueKind.TEXT;
  }

  @Override
  public ValueText text(byte[] bytes, int offset, int length, ValueText to) {
    Malformed.unlessLength(length, BYTES, TYPE);
    byte[] text = to.take(TEXT_LENGTH);
    int at = 0;
    for (int i = 0; i < BYTES; i++) {
      if (i == 4 || i == 6 || i == 8 || i == 10) {
        text[at++] = '-';
      }
      Hex.put(text, at, bytes[offset + i]);
      at += 2;
    }
    return to.composed(TEXT_LENGTH);
  }

  @Override
  public void write(Object value, FrameOutput to) {
    UUID uuid =
        switch (value) {
          case UUID given -> given;
          case String text when text.length() == TEXT_LENGTH -> parsed(text);
          default -> throw Refusal.of(TYPE, value);
        };
    to.putLongBig(uuid.getMostSignificantBits());
    to.putLongBig(uuid.getLeastSignificantBits());
  }

  private static UUID parsed(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw Refusal.of(TYPE, text);
    }
  }
}
