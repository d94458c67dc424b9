package org.sqlxos.wirevm.internal.value;

/**
 * Dates and times in ISO 8601: years of the proleptic Gregorian calendar with four digits, those
 * outside 0 to 9999 with a sign; seconds always, their fraction without trailing zeros. Hot code:
 * nothing is made but the text.
 *
 * <p>The calendar is computed in eras of 400 years that begin on the first of March, so that the
 * leap day is a year's last (Hinnant, "chrono-Compatible Low-Level Date Algorithms", 2013).
 */
final class TemporalText {

  static final long MICROS_A_DAY = 86_400_000_000L;
  static final int MICROS_A_SECOND = 1_000_000;
  static final long SECONDS_A_DAY = 86_400;

  private static final int DAYS_AN_ERA = 146_097;
  private static final int DAYS_FROM_MARCH_OF_YEAR_0 = 719_468;
  private static final int TIME_LENGTH = 8;
  private static final int MONTH_AND_DAY_LENGTH = 6;

  private TemporalText() {}

  static ValueText date(long epochDay, ValueText to) {
    return dateOf(civil(epochDay), to);
  }

  /**
   * @param micros since midnight
   */
  static ValueText time(long micros, ValueText to) {
    int length = timeLength(micros);
    putTime(to.take(length), 0, micros);
    return to.composed(length);
  }

  /**
   * @param micros since midnight
   * @param offset seconds east of Greenwich
   */
  static ValueText offsetTime(long micros, int offset, ValueText to) {
    int time = timeLength(micros);
    int length = time + offsetLength(offset);
    byte[] text = to.take(length);
    putTime(text, 0, micros);
    putOffset(text, time, offset);
    return to.composed(length);
  }

  /**
   * @param micros since midnight
   * @param utc whether a Z follows
   */
  static ValueText timestamp(long epochDay, long micros, boolean utc, ValueText to) {
    return timestampOf(civil(epochDay), micros, utc, to);
  }

  /**
   * @param civil see {@link #civil}; not looked at whether there is such a day
   */
  static ValueText timestampOf(long civil, long micros, boolean utc, ValueText to) {
    int date = yearLength(civil >> 16) + MONTH_AND_DAY_LENGTH;
    int end = date + 1 + timeLength(micros);
    byte[] text = to.take(end + 1);
    putDate(text, civil);
    text[date] = 'T';
    putTime(text, date + 1, micros);
    if (utc) {
      text[end] = 'Z';
    }
    return to.composed(utc ? end + 1 : end);
  }

  /**
   * @param civil see {@link #civil}; not looked at whether there is such a day
   */
  static ValueText dateOf(long civil, ValueText to) {
    int length = yearLength(civil >> 16) + MONTH_AND_DAY_LENGTH;
    putDate(to.take(length), civil);
    return to.composed(length);
  }

  static long civilOf(long year, int month, int day) {
    return year << 16 | (long) month << 8 | day;
  }

  /** Year, month and day in one number: the lowest 8 bits are the day, the next 8 the month. */
  private static long civil(long epochDay) {
    long shifted = epochDay + DAYS_FROM_MARCH_OF_YEAR_0;
    long era = Math.floorDiv(shifted, DAYS_AN_ERA);
    int day = (int) (shifted - era * DAYS_AN_ERA);
    int year = (day - day / 1_460 + day / 36_524 - day / (DAYS_AN_ERA - 1)) / 365;
    int dayOfYear = day - (365 * year + year / 4 - year / 100);
    int month = (5 * dayOfYear + 2) / 153;
    int dayOfMonth = dayOfYear - (153 * month + 2) / 5 + 1;
    boolean nextYear = month >= 10;
    return civilOf(
        year + era * 400 + (nextYear ? 1 : 0), nextYear ? month - 9 : month + 3, dayOfMonth);
  }

  private static int yearLength(long year) {
    if (year >= 0 && year <= 9_999) {
      return 4;
    }
    int digits = 4;
    for (long rest = Math.abs(year) / 10_000; rest > 0; rest /= 10) {
      digits++;
    }
    return digits + 1;
  }

  private static void putDate(byte[] text, long civil) {
    long year = civil >> 16;
    int yearEnd = yearLength(year);
    long rest = Math.abs(year);
    int first = yearEnd > 4 ? 1 : 0;
    for (int at = yearEnd - 1; at >= first; at--) {
      text[at] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    if (first > 0) {
      text[0] = (byte) (year < 0 ? '-' : '+');
    }
    text[yearEnd] = '-';
    putTwo(text, yearEnd + 1, (int) (civil >> 8) & 0xff);
    text[yearEnd + 3] = '-';
    putTwo(text, yearEnd + 4, (int) civil & 0xff);
  }

  private static int timeLength(long micros) {
    int fraction = (int) (micros % MICROS_A_SECOND);
    return fraction == 0 ? TIME_LENGTH : TIME_LENGTH + 1 + fractionDigits(fraction);
  }

  static int fractionDigits(int micros) {
    int digits = 6;
    for (int rest = micros; rest % 10 == 0; rest /= 10) {
      digits--;
    }
    return digits;
  }

  private static void putTime(byte[] text, int at, long micros) {
    int seconds = (int) (micros / MICROS_A_SECOND);
    putTwo(text, at, seconds / 3_600);
    text[at + 2] = ':';
    putTwo(text, at + 3, seconds / 60 % 60);
    text[at + 5] = ':';
    putTwo(text, at + 6, seconds % 60);
    int fraction = (int) (micros % MICROS_A_SECOND);
    if (fraction != 0) {
      text[at + TIME_LENGTH] = '.';
      int unit = MICROS_A_SECOND / 10;
      for (int i = 1; i <= fractionDigits(fraction); i++) {
        text[at + TIME_LENGTH + i] = (byte) ('0' + fraction / unit % 10);
        unit /= 10;
      }
    }
  }

  private static int offsetLength(int offset) {
    return offset == 0 ? 1 : offset % 60 == 0 ? 6 : 9;
  }

  private static void putOffset(byte[] text, int at, int offset) {
    if (offset == 0) {
      text[at] = 'Z';
      return;
    }
    int seconds = Math.abs(offset);
    text[at] = (byte) (offset < 0 ? '-' : '+');
    putTwo(text, at + 1, seconds / 3_600);
    text[at + 3] = ':';
    putTwo(text, at + 4, seconds / 60 % 60);
    if (seconds % 60 != 0) {
      text[at + 6] = ':';
      putTwo(text, at + 7, seconds % 60);
    }
  }

  private static void putTwo(byte[] text, int at, int value) {
    text[at] = (byte) ('0' + value / 10);
    text[at + 1] = (byte) ('0' + value % 10);
  }
}
