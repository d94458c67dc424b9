package org.sqlxos.wirevm.internal.value;

/**
 * Reads dates and times as servers write them, from left to right. What does not fit makes {@link
 * #ok} false for good; the bytes beyond the end are never looked at.
 */
final class DigitReader {

  private final byte[] bytes;
  private final int end;
  private int at;
  private boolean ok = true;

  DigitReader(byte[] bytes, int offset, int length) {
    this.bytes = bytes;
    at = offset;
    end = offset + length;
  }

  boolean ok() {
    return ok;
  }

  /** Everything was read and it fitted. */
  boolean done() {
    return ok && at == end;
  }

  boolean skip(int wanted) {
    if (at < end && bytes[at] == wanted) {
      at++;
      return true;
    }
    return false;
  }

  boolean skip(String wanted) {
    if (end - at < wanted.length()) {
      return false;
    }
    for (int i = 0; i < wanted.length(); i++) {
      if (bytes[at + i] != wanted.charAt(i)) {
        return false;
      }
    }
    at += wanted.length();
    return true;
  }

  void require(int wanted) {
    ok &= skip(wanted);
  }

  /** A number of so many digits. */
  int number(int fewest, int most) {
    int number = 0;
    int digits = 0;
    while (digits < most && at < end && bytes[at] >= '0' && bytes[at] <= '9') {
      number = number * 10 + bytes[at++] - '0';
      digits++;
    }
    ok &= digits >= fewest;
    return number;
  }

  int two(int largest) {
    int number = number(2, 2);
    ok &= number <= largest;
    return number;
  }

  /** What follows a point: up to six digits, and zeros. */
  int fraction() {
    if (!skip('.')) {
      return 0;
    }
    int from = at;
    int micros = number(1, 6);
    for (int digits = at - from; digits < 6; digits++) {
      micros *= 10;
    }
    while (skip('0')) {
      // Nothing is lost.
    }
    return micros;
  }

  /** Hours, minutes and seconds in microseconds. */
  long time(int largestHour) {
    long hours = number(2, 3);
    ok &= hours <= largestHour;
    require(':');
    int minutes = two(59);
    require(':');
    int seconds = two(59);
    return ((hours * 60 + minutes) * 60 + seconds) * TemporalText.MICROS_A_SECOND + fraction();
  }

  /** Seconds east of Greenwich; {@code absent} where no offset follows. */
  int offset(int absent) {
    if (skip('Z')) {
      return 0;
    }
    boolean west = skip('-');
    if (!west && !skip('+')) {
      return absent;
    }
    int seconds = two(18) * 3_600;
    if (skip(':')) {
      seconds += two(59) * 60;
      seconds += skip(':') ? two(59) : 0;
    }
    return west ? -seconds : seconds;
  }
}
