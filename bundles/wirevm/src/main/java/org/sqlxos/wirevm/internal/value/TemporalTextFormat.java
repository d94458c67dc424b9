package org.sqlxos.wirevm.internal.value;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.sqlxos.operation.api.ValueKind;
import org.sqlxos.wirevm.internal.frame.FrameOutput;

/**
 * Dates, times and timestamps in the notation of SQL, {@code 2026-01-02 03:04:05.6+00}, a year
 * before Christ with {@code BC} at its end. They are read as ISO 8601; what has another form is
 * read as it stands.
 */
public final class TemporalTextFormat extends ValueFormat {

  private static final int NO_OFFSET = Integer.MIN_VALUE;
  private static final int MOST_YEAR_DIGITS = 7;
  private static final int MOST_HOURS = 999;

  private final TemporalPart part;

  TemporalTextFormat(TemporalPart part) {
    this.part = part;
  }

  TemporalPart part() {
    return part;
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
    DigitReader reader = new DigitReader(bytes, offset, length);
    @Nullable ValueText iso =
        switch (part) {
          case DATE -> date(reader, to);
          case TIME -> time(reader, to);
          case TIMESTAMP -> timestamp(reader, false, to);
          case ZONED_TIMESTAMP -> timestamp(reader, true, to);
        };
    return iso == null ? to.utf8(bytes, offset, length) : iso;
  }

  private static @Nullable ValueText date(DigitReader reader, ValueText to) {
    int year = reader.number(4, MOST_YEAR_DIGITS);
    reader.require('-');
    int month = reader.two(12);
    reader.require('-');
    int day = reader.two(31);
    int proleptic = reader.skip(" BC") ? 1 - year : year;
    return reader.done()
        ? TemporalText.dateOf(TemporalText.civilOf(proleptic, month, day), to)
        : null;
  }

  private static @Nullable ValueText time(DigitReader reader, ValueText to) {
    boolean negative = reader.skip('-');
    long micros = reader.time(MOST_HOURS);
    int offset = reader.offset(NO_OFFSET);
    if (!reader.done()) {
      return null;
    }
    if (negative || micros > TemporalText.MICROS_A_DAY) {
      return offset == NO_OFFSET ? TimeFieldsFormat.text(negative, micros, to) : null;
    }
    return offset == NO_OFFSET
        ? TemporalText.time(micros, to)
        : TemporalText.offsetTime(micros, offset, to);
  }

  private static @Nullable ValueText timestamp(DigitReader reader, boolean zoned, ValueText to) {
    int year = reader.number(4, MOST_YEAR_DIGITS);
    reader.require('-');
    int month = reader.two(12);
    reader.require('-');
    int day = reader.two(31);
    if (!reader.skip(' ')) {
      reader.require('T');
    }
    long micros = reader.time(23);
    int offset = reader.offset(zoned ? 0 : NO_OFFSET);
    int proleptic = reader.skip(" BC") ? 1 - year : year;
    if (!reader.done() || zoned == (offset == NO_OFFSET)) {
      return null;
    }
    if (!zoned || !isDay(proleptic, month, day)) {
      return TemporalText.timestampOf(
          TemporalText.civilOf(proleptic, month, day), micros, zoned, to);
    }
    long utc = micros - (long) offset * TemporalText.MICROS_A_SECOND;
    long days = Math.floorDiv(utc, TemporalText.MICROS_A_DAY);
    return TemporalText.timestamp(
        LocalDate.of(proleptic, month, day).toEpochDay() + days,
        utc - days * TemporalText.MICROS_A_DAY,
        true,
        to);
  }

  private static boolean isDay(int year, int month, int day) {
    if (month < 1 || day < 1) {
      return false;
    }
    boolean leap = (year & 3) == 0 && (year % 100 != 0 || year % 400 == 0);
    return switch (month) {
      case 2 -> day <= (leap ? 29 : 28);
      case 4, 6, 9, 11 -> day <= 30;
      default -> true;
    };
  }

  @Override
  public void write(Object value, FrameOutput to) {
    to.putUtf8(
        switch (part) {
          case DATE -> isInfinite(value) ? value.toString() : date(value);
          case TIME -> TimeFieldsFormat.text(value);
          case TIMESTAMP -> isInfinite(value) ? value.toString() : timestamp(value, false);
          case ZONED_TIMESTAMP -> isInfinite(value) ? value.toString() : timestamp(value, true);
        });
  }

  private static boolean isInfinite(Object value) {
    return value.equals(DateFormat.INFINITY) || value.equals(DateFormat.MINUS_INFINITY);
  }

  private static String date(Object value) {
    LocalDate date = GivenTime.date(value, "A date");
    return era(date.getYear(), TemporalText.dateOf(civil(date), new ValueText()).toString(), "");
  }

  private static String timestamp(Object value, boolean zoned) {
    LocalDateTime timestamp = GivenTime.timestamp(value, zoned, "A timestamp");
    String zone = zoned ? "+00:00" : "";
    String time =
        " " + TemporalText.time(GivenTime.micros(timestamp.toLocalTime()), new ValueText()) + zone;
    return era(
        timestamp.getYear(),
        TemporalText.dateOf(civil(timestamp.toLocalDate()), new ValueText()).toString(),
        time);
  }

  private static long civil(LocalDate date) {
    int year = date.getYear();
    return TemporalText.civilOf(
        year > 0 ? year : 1L - year, date.getMonthValue(), date.getDayOfMonth());
  }

  /** SQL knows neither a year 0 nor a sign of years. */
  private static String era(int year, String date, String rest) {
    String unsigned = date.startsWith("+") ? date.substring(1) : date;
    return unsigned + rest + (year > 0 ? "" : " BC");
  }
}
