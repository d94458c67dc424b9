package org.sqlxos.wirevm.internal.value;

import java.time.LocalDateTime;
import org.sqlxos.operation.api.ValueKind;
import org.sqlxos.wirevm.internal.frame.FrameOutput;

/**
 * A date, or a timestamp, in fields: 16-bit year, month, day; hour, minute, second; 32-bit
 * microseconds. Fields at the end that are zero may be absent: 0, 4, 7 or 11 bytes. A day that the
 * calendar does not have, such as the zeroth, is text in the same form. A moment is one of UTC. Hot
 * code.
 */
public final class TimestampFieldsFormat extends ValueFormat {

  private static final int DATE_BYTES = 4;
  private static final int SECOND_BYTES = 7;
  private static final int MICRO_BYTES = 11;
  private static final int LAST_YEAR = 9_999;

  private final boolean date;
  private final boolean zoned;
  private final String type;
  private final Endian endian;

  TimestampFieldsFormat(TemporalPart part, Endian endian) {
    this.endian = endian;
    date = part == TemporalPart.DATE;
    zoned = part == TemporalPart.ZONED_TIMESTAMP;
    type = date ? "A date" : "A timestamp";
  }

  TemporalPart part() {
    if (date) {
      return TemporalPart.DATE;
    }
    return zoned ? TemporalPart.ZONED_TIMESTAMP : TemporalPart.TIMESTAMP;
  }

  @Override
  public int width() {
    return BYTE_PREFIXED;
  }

  @Override
  public ValueKind kind(byte[] bytes, int offset, int length) {
    return ValueKind.TEXT;
  }

  @Override
  public ValueText text(byte[] bytes, int offset, int length, ValueText to) {
    if (length != DATE_BYTES && length != SECOND_BYTES && length != MICRO_BYTES && length != 0) {
      throw Malformed.length(length, type);
    }
    long civil = length == 0 ? 0 : civil(bytes, offset);
    long micros = length < SECOND_BYTES ? 0 : micros(bytes, offset + DATE_BYTES, length);
    if (!date) {
      return TemporalText.timestampOf(civil, micros, zoned, to);
    }
    if (micros != 0) {
      throw Malformed.content(type);
    }
    return TemporalText.dateOf(civil, to);
  }

  private long civil(byte[] bytes, int offset) {
    int year = endian.shortAt(bytes, offset) & 0xffff;
    int month = bytes[offset + 2];
    int day = bytes[offset + 3];
    if (year > LAST_YEAR || month < 0 || month > 12 || day < 0 || day > 31) {
      throw Malformed.content(type);
    }
    return TemporalText.civilOf(year, month, day);
  }

  private long micros(byte[] bytes, int at, int length) {
    int hour = bytes[at];
    int minute = bytes[at + 1];
    int second = bytes[at + 2];
    int micros = length == MICRO_BYTES ? endian.intAt(bytes, at + 3) : 0;
    boolean time = hour >= 0 && hour < 24 && minute >= 0 && minute < 60;
    boolean fine = second >= 0 && second < 60 && micros >= 0;
    if (!time || !fine || micros >= TemporalText.MICROS_A_SECOND) {
      throw Malformed.content(type);
    }
    return ((hour * 60L + minute) * 60 + second) * TemporalText.MICROS_A_SECOND + micros;
  }

  @Override
  public void write(Object value, FrameOutput to) {
    LocalDateTime timestamp =
        date ? GivenTime.date(value, type).atStartOfDay() : GivenTime.timestamp(value, zoned, type);
    if (timestamp.getYear() < 0 || timestamp.getYear() > LAST_YEAR) {
      throw Refusal.of(type + " of the years 0 to 9999", value);
    }
    endian.putShort(to, timestamp.getYear());
    to.putByte(timestamp.getMonthValue());
    to.putByte(timestamp.getDayOfMonth());
    if (!date) {
      to.putByte(timestamp.getHour());
      to.putByte(timestamp.getMinute());
      to.putByte(timestamp.getSecond());
      int micros = timestamp.getNano() / 1_000;
      if (micros != 0) {
        endian.putInt(to, micros);
      }
    }
  }
}
