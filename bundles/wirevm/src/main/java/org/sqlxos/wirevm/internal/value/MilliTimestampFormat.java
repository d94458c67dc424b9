package org.sqlxos.wirevm.internal.value;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.sqlxos.operation.api.ValueKind;
import org.sqlxos.wirevm.internal.frame.FrameOutput;

/** A moment as signed 64-bit milliseconds since the beginning of 1970 in UTC. */
public final class MilliTimestampFormat extends ValueFormat {

  private static final String TYPE = "A timestamp with an offset";
  private static final long MILLIS_A_DAY = 86_400_000;
  private static final int NANOS_A_MILLI = 1_000_000;

  private final Endian endian;

  MilliTimestampFormat(Endian endian) {
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
    LocalDateTime moment = GivenTime.timestamp(value, true, TYPE);
    long seconds = moment.toEpochSecond(ZoneOffset.UTC);
    if (Math.abs(seconds) >= Long.MAX_VALUE / 1_000) {
      throw Refusal.of("A timestamp within the database's range", value);
    }
    endian.putLong(to, seconds * 1_000 + moment.getNano() / NANOS_A_MILLI);
  }
}
