package org.sqlxos.benchmarks.wire.data;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.UUID;
import org.sqlxos.operation.api.Utf8View;

/**
 * One number for all values that were read, in order.
 *
 * <p>A client gives a date as a {@code LocalDate}, another one as text. Both are taken as they come
 * and lead to the same number; neither is turned into the other's form, which would be measured
 * with the client. Nothing is allocated here: what a client allocates is measured too.
 */
public final class Checksum {

  private static final int FRACTION_DIGITS = 6;

  private long value;

  public long value() {
    return value;
  }

  public void add(long number) {
    value = 31 * value + number;
  }

  public void add(boolean flag) {
    add(flag ? 1 : 0);
  }

  public void add(double number) {
    add(Double.doubleToRawLongBits(number));
  }

  public void add(String text) {
    add(text.hashCode());
  }

  public void add(byte[] bytes) {
    add(Arrays.hashCode(bytes));
  }

  public void add(BigDecimal decimal) {
    add(decimal.hashCode());
  }

  public void add(UUID uuid) {
    add(uuid.getMostSignificantBits() ^ uuid.getLeastSignificantBits());
  }

  public void add(LocalDate date) {
    add(digits(date));
  }

  public void add(LocalDateTime moment) {
    long seconds = digits(moment.toLocalDate());
    seconds = 100 * seconds + moment.getHour();
    seconds = 100 * seconds + moment.getMinute();
    seconds = 100 * seconds + moment.getSecond();
    add(1_000_000 * seconds + moment.getNano() / 1000);
  }

  /** A decimal in plain digits. BigDecimal's hash code below 2^31 is 31 * digits + scale. */
  public void addDecimal(Utf8View text) {
    add(31 * (int) digits(text) + fractionDigits(text));
  }

  /** A date, {@code 2024-02-29}. */
  public void addDate(Utf8View text) {
    add(digits(text));
  }

  /** A timestamp, {@code 2024-02-29T10:00:00.123456}; fewer digits of the fraction, or none. */
  public void addTimestamp(Utf8View text) {
    long number = digits(text);
    for (int i = fractionDigits(text); i < FRACTION_DIGITS; i++) {
      number *= 10;
    }
    add(number);
  }

  /** A UUID in its 36 characters. */
  public void addUuid(Utf8View text) {
    long high = 0;
    long low = 0;
    for (int i = 0; i < text.length(); i++) {
      byte character = text.array()[text.offset() + i];
      if (character != '-') {
        high = high << 4 | low >>> 60;
        low = low << 4 | Character.digit(character, 16);
      }
    }
    add(high ^ low);
  }

  /** A UUID that a table without such a type keeps as text. */
  public void addUuid(String text) {
    long high = 0;
    long low = 0;
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      if (character != '-') {
        high = high << 4 | low >>> 60;
        low = low << 4 | Character.digit(character, 16);
      }
    }
    add(high ^ low);
  }

  private static long digits(LocalDate date) {
    return (date.getYear() * 100L + date.getMonthValue()) * 100 + date.getDayOfMonth();
  }

  private static long digits(Utf8View text) {
    long number = 0;
    for (int i = 0; i < text.length(); i++) {
      byte character = text.array()[text.offset() + i];
      if (character >= '0' && character <= '9') {
        number = 10 * number + (character - '0');
      }
    }
    return number;
  }

  private static int fractionDigits(Utf8View text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.array()[text.offset() + i] == '.') {
        return text.length() - i - 1;
      }
    }
    return 0;
  }
}
