package org.sqlxos.wirevm.internal.value;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.sqlxos.operation.api.ValueKind;
import org.sqlxos.wirevm.internal.frame.FrameOutput;

/**
 * A timestamp as signed 64-bit microseconds since an epoch; with zone, it is a moment and the epoch
 * is one of UTC. The ends of the range are infinite. Hot code.
 */
public final class TimestampFormat extends ValueFormat {

  private static final String TYPE = "A timestamp";
  private static final String ZONED_TYPE = "A timestamp with an offset";

  private final long epochDay;
  private final boolean zoned;
  private final Endian endian;

  TimestampFormat(LocalDate epoch, boolean zoned, Endian endian) {
    epochDay = epoch.toEpochDay();
    this.zoned = zoned;
    this.endian = endian;
  }

  boolean zoned() {
    return zoned;
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
    long micros = endian.longAt(bytes, offset);
    if (micros == Long.MAX_VALUE) {
      return to.string(DateFormat.INFINITY);
    }
    if (micros == Long.MIN_VALUE) {
      return to.string(DateFormat.MINUS_INFINITY);
    }
    long day = Math.floorDiv(micros, TemporalText.MICROS_A_DAY);
    return TemporalText.timestamp(
        day + epochDay, micros - day * TemporalText.MICROS_A_DAY, zoned, to);
  }

  @Override
  public void write(Object value, FrameOutput to) {
    if (value.equals(DateFormat.INFINITY)) {
      endian.putLong(to, Long.MAX_VALUE);
    } else if (value.equals(DateFormat.MINUS_INFINITY)) {
      endian.putLong(to, Long.MIN_VALUE);
    } else {
      endian.putLong(to, micros(value));
    }
  }

  private long micros(Object value) {
    String expected = zoned ? ZONED_TYPE : TYPE;
    LocalDateTime timestamp = GivenTime.timestamp(value, zoned, expected);
    try {
      long seconds =
          timestamp.toEpochSecond(ZoneOffset.UTC) - epochDay * TemporalText.SECONDS_A_DAY;
      long fraction = timestamp.getNano() / 1_000;
      if (seconds < 0 && fraction > 0) {
        // Towards zero, so that the least second does not overflow before its fraction is added.
        seconds++;
        fraction -= TemporalText.MICROS_A_SECOND;
      }
      long micros =
          Math.addExact(Math.multiplyExact(seconds, TemporalText.MICROS_A_SECOND), fraction);
      if (micros != Long.MAX_VALUE && micros != Long.MIN_VALUE) {
        return micros;
      }
    } catch (ArithmeticException e) {
      // Refused below.
    }
    throw Refusal.of("A timestamp within the database's range", value);
  }
}
