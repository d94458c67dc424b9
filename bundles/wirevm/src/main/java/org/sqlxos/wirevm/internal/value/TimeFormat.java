package org.sqlxos.wirevm.internal.value;

import org.sqlxos.operation.api.ValueKind;
import org.sqlxos.wirevm.internal.frame.FrameOutput;

/**
 * A time of day as 64-bit microseconds since midnight, up to 24:00:00; maybe with the zone behind
 * it as 32-bit seconds west of Greenwich. Hot code.
 */
public final class TimeFormat extends ValueFormat {

  private static final String TYPE = "A time of day";
  private static final int LARGEST_OFFSET = 18 * 3_600;

  private final boolean zoned;
  private final Endian endian;

  TimeFormat(boolean zoned, Endian endian) {
    this.zoned = zoned;
    this.endian = endian;
  }

  @Override
  public int width() {
    return zoned ? Long.BYTES + Integer.BYTES : Long.BYTES;
  }

  @Override
  public ValueKind kind(byte[] bytes, int offset, int length) {
    return ValueKind.TEXT;
  }

  @Override
  public ValueText text(byte[] bytes, int offset, int length, ValueText to) {
    Malformed.unlessLength(length, width(), TYPE);
    long micros = endian.longAt(bytes, offset);
    if (micros < 0 || micros > TemporalText.MICROS_A_DAY) {
      throw Malformed.content(TYPE);
    }
    if (!zoned) {
      return TemporalText.time(micros, to);
    }
    int west = endian.intAt(bytes, offset + Long.BYTES);
    if (west < -LARGEST_OFFSET || west > LARGEST_OFFSET) {
      throw Malformed.content(TYPE);
    }
    return TemporalText.offsetTime(micros, -west, to);
  }

  @Override
  public void write(Object value, FrameOutput to) {
    if (zoned) {
      int offset = GivenTime.offset(value, TYPE);
      endian.putLong(to, GivenTime.microsOfDay(GivenTime.withoutOffset(value), TYPE));
      endian.putInt(to, -offset);
    } else {
      endian.putLong(to, GivenTime.microsOfDay(value, TYPE));
    }
  }
}
