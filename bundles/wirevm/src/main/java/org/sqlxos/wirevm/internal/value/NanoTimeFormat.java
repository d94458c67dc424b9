package org.sqlxos.wirevm.internal.value;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import org.sqlxos.operation.api.ValueKind;
import org.sqlxos.wirevm.internal.frame.FrameOutput;

/** A time of day as 64-bit nanoseconds since midnight. */
public final class NanoTimeFormat extends ValueFormat {

  private static final String TYPE = "A time of day";

  private final Endian endian;

  NanoTimeFormat(Endian endian) {
    this.endian = endian;
  }

  @Override
  public int width() {
    return Long.BYTES;
  }

  @Override
  public ValueKind kind(byte[] bytes, int offset, int length) {
    return ValueKind.TEXT;
  }

  @Override
  public ValueText text(byte[] bytes, int offset, int length, ValueText to) {
    Malformed.unlessLength(length, Long.BYTES, TYPE);
    try {
      LocalTime time = LocalTime.ofNanoOfDay(endian.longAt(bytes, offset));
      return to.string(DateTimeFormatter.ISO_LOCAL_TIME.format(time));
    } catch (DateTimeException e) {
      throw Malformed.content(TYPE);
    }
  }

  @Override
  public void write(Object value, FrameOutput to) {
    try {
      LocalTime time =
          switch (value) {
            case LocalTime given -> given;
            case String text -> LocalTime.parse(text);
            default -> throw Refusal.of(TYPE, value);
          };
      endian.putLong(to, time.toNanoOfDay());
    } catch (DateTimeException e) {
      throw Refusal.of(TYPE, value);
    }
  }
}
