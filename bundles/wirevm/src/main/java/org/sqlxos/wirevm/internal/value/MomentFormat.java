package org.sqlxos.wirevm.internal.value;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.sqlxos.operation.api.ValueKind;
import org.sqlxos.wirevm.internal.frame.FrameOutput;

/** A moment as signed 64-bit milliseconds since the beginning of 1970 in UTC. Hot code. */
public final class MomentFormat extends ValueFormat {

  private static final String TYPE = "A timestamp with an offset";
  private static final long MILLIS_A_DAY = TemporalText.SECONDS_A_DAY * 1_000;

  private final Endian endian;

  MomentFormat(Endian endian) {
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
    long millis = endian.longAt(bytes, offset);
    long day = Math.floorDiv(millis, MILLIS_A_DAY);
    return TemporalText.timestamp(day, (millis - day * MILLIS_A_DAY) * 1_000, true, to);
  }

  @Override
  public void write(Object value, FrameOutput to) {
    if (value instanceof Long millis) {
      endian.putLong(to, millis);
      return;
    }
    LocalDateTime timestamp = GivenTime.timestamp(value, true, TYPE);
    try {
      long seconds = timestamp.toEpochSecond(ZoneOffset.UTC);
      endian.putLong(
          to, Math.addExact(Math.multiplyExact(seconds, 1_000L), timestamp.getNano() / 1_000_000));
    } catch (ArithmeticException e) {
      throw Refusal.of("A timestamp within the database's range", value);
    }
  }
}
