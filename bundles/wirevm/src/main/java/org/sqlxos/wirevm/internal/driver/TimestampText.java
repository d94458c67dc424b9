package org.sqlxos.wirevm.internal.driver;

import org.jspecify.annotations.Nullable;

/**
 * {@code 2026-01-02 03:04:05.6 +02:00} as databases write timestamps, into ISO 8601: the letter T
 * between date and time, seconds always, an offset in hours and minutes or Z. Only the form is
 * looked at: whether there is a 31st of June is for the reader to judge.
 */
final class TimestampText {

  private static final String FORM = "dddd-dd-dd dd:dd";

  private final String text;
  private int at;

  private TimestampText(String text) {
    this.text = text;
  }

  /**
   * @param absentZone appended where the text has no offset
   * @return null if the text is no timestamp
   */
  static @Nullable String toIso(String text, String absentZone) {
    return startsAsTimestamp(text) ? new TimestampText(text).iso(absentZone) : null;
  }

  private static boolean startsAsTimestamp(String text) {
    if (text.length() < FORM.length()) {
      return false;
    }
    for (int i = 0; i < FORM.length(); i++) {
      char wanted = FORM.charAt(i);
      char found = text.charAt(i);
      boolean fits =
          switch (wanted) {
            case 'd' -> isDigit(found);
            case ' ' -> found == ' ' || found == 'T' || found == 't';
            default -> found == wanted;
          };
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  private @Nullable String iso(String absentZone) {
    StringBuilder iso = new StringBuilder(text.length() + 4);
    iso.append(text, 0, 10).append('T').append(text, 11, 16);
    at = FORM.length();
    int secondsFrom = at;
    if (skip(':')) {
      if (digits(2) != 2) {
        return null;
      }
      if (skip('.') && digits(9) == 0) {
        return null;
      }
      iso.append(text, secondsFrom, at);
    } else {
      iso.append(":00");
    }
    skip(' ');
    if (at == text.length()) {
      return text.charAt(at - 1) == ' ' ? null : iso.append(absentZone).toString();
    }
    return zone(iso) && at == text.length() ? iso.toString() : null;
  }

  private boolean zone(StringBuilder iso) {
    if (skip('Z') || skip('z')) {
      iso.append('Z');
      return true;
    }
    char sign = text.charAt(at);
    if (!skip('+') && !skip('-')) {
      return false;
    }
    int hoursFrom = at;
    if (digits(2) != 2) {
      return false;
    }
    String hours = text.substring(hoursFrom, at);
    skip(':');
    int minutesFrom = at;
    int minuteDigits = digits(2);
    String minutes = minuteDigits == 0 ? "00" : text.substring(minutesFrom, at);
    boolean utc = hours.equals("00") && minutes.equals("00");
    iso.append(utc ? "Z" : sign + hours + ":" + minutes);
    return minuteDigits != 1;
  }

  private int digits(int most) {
    int from = at;
    while (at < text.length() && at - from < most && isDigit(text.charAt(at))) {
      at++;
    }
    return at - from;
  }

  private boolean skip(char wanted) {
    if (at < text.length() && text.charAt(at) == wanted) {
      at++;
      return true;
    }
    return false;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
