package org.sqlxos.wirevm.internal.value;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sqlxos.operation.api.ValueKind;
import org.sqlxos.wirevm.internal.frame.FrameOutput;

/**
 * A time in fields: whether it is negative, 32-bit days, hour, minute, second, 32-bit microseconds;
 * fields at the end that are zero may be absent: 0, 8 or 12 bytes. What is no time of a day is text
 * with as many hours as it has, {@code -838:59:59}. Hot code.
 */
public final class TimeFieldsFormat extends ValueFormat {

  private static final String TYPE = "A time";
  private static final int SECOND_BYTES = 8;
  private static final int MICRO_BYTES = 12;
  private static final long MICROS_AN_HOUR = 3_600_000_000L;
  private static final Pattern TEXT =
      Pattern.compile("(-?)([0-9]{2,9}):([0-5][0-9])(?::([0-5][0-9])(?:\\.([0-9]{1,6})0*)?)?");

  private final Endian endian;

  TimeFieldsFormat(Endian endian) {
    this.endian = endian;
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
    if (length == 0) {
      return TemporalText.time(0, to);
    }
    if (length != SECOND_BYTES && length != MICRO_BYTES) {
      throw Malformed.length(length, TYPE);
    }
    int hour = bytes[offset + 5];
    int minute = bytes[offset + 6];
    int second = bytes[offset + 7];
    int micros = length == MICRO_BYTES ? endian.intAt(bytes, offset + SECOND_BYTES) : 0;
    boolean time = hour >= 0 && hour < 24 && minute >= 0 && minute < 60;
    boolean fine = second >= 0 && second < 60 && micros >= 0;
    boolean sign = (bytes[offset] & ~1) == 0;
    if (!time || !fine || !sign || micros >= TemporalText.MICROS_A_SECOND) {
      throw Malformed.content(TYPE);
    }
    long hours = Integer.toUnsignedLong(endian.intAt(bytes, offset + 1)) * 24 + hour;
    long sum = ((hours * 60 + minute) * 60 + second) * TemporalText.MICROS_A_SECOND + micros;
    return text(bytes[offset] == 1, sum, to);
  }

  static ValueText text(boolean negative, long micros, ValueText to) {
    if (!negative && micros < TemporalText.MICROS_A_DAY) {
      return TemporalText.time(micros, to);
    }
    long hours = micros / MICROS_AN_HOUR;
    String rest = TemporalText.time(micros % MICROS_AN_HOUR, to).toString().substring(2);
    return to.string((negative ? "-" : "") + (hours < 10 ? "0" : "") + hours + rest);
  }

  /** A time that a caller gave, also one that is no time of a day. */
  static String text(Object value) {
    if (value instanceof String text && !TEXT.matcher(text).matches()) {
      return GivenTime.hasZone(text)
          ? TemporalText.offsetTime(
                  GivenTime.microsOfDay(GivenTime.withoutOffset(text), TYPE),
                  GivenTime.offset(text, TYPE),
                  new ValueText())
              .toString()
          : TemporalText.time(GivenTime.microsOfDay(text, TYPE), new ValueText()).toString();
    }
    long micros = micros(value);
    return text(micros < 0, Math.abs(micros), new ValueText()).toString();
  }

  @Override
  public void write(Object value, FrameOutput to) {
    long signed = micros(value);
    long micros = Math.abs(signed);
    long seconds = micros / TemporalText.MICROS_A_SECOND;
    int fraction = (int) (micros % TemporalText.MICROS_A_SECOND);
    to.putByte(signed < 0 ? 1 : 0);
    endian.putInt(to, (int) (seconds / TemporalText.SECONDS_A_DAY));
    to.putByte((int) (seconds / 3_600 % 24));
    to.putByte((int) (seconds / 60 % 60));
    to.putByte((int) (seconds % 60));
    if (fraction != 0) {
      endian.putInt(to, fraction);
    }
  }

  private static long micros(Object value) {
    Matcher matcher = TEXT.matcher(value instanceof String text ? text : "");
    if (!matcher.matches()) {
      return GivenTime.microsOfDay(value, TYPE);
    }
    @Nullable String seconds = matcher.group(4);
    @Nullable String fraction = matcher.group(5);
    long whole = Long.parseLong(matcher.group(2)) * 60 + Long.parseLong(matcher.group(3));
    whole = whole * 60 + (seconds == null ? 0 : Long.parseLong(seconds));
    long micros = whole * TemporalText.MICROS_A_SECOND;
    if (fraction != null) {
      micros += Long.parseLong(fraction + "0".repeat(6 - fraction.length()));
    }
    return matcher.group(1).isEmpty() ? micros : -micros;
  }
}
