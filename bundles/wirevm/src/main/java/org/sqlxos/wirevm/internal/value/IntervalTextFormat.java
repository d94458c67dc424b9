package org.sqlxos.wirevm.internal.value;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.sqlxos.operation.api.ValueKind;
import org.sqlxos.wirevm.internal.frame.FrameOutput;

/**
 * An interval in words and digits, {@code 1 year 2 mons -3 days +04:05:06.7}, read as ISO 8601;
 * what has another form is read as it stands. ISO 8601 is written.
 */
public final class IntervalTextFormat extends ValueFormat {

  private static final int MOST_HOUR_DIGITS = 10;
  private static final int MOST_DIGITS = 9;

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
    String text = new String(bytes, offset, length, StandardCharsets.UTF_8);
    @Nullable Span span = span(text);
    return to.string(span == null ? text : span.toString());
  }

  private static @Nullable Span span(String text) {
    String[] words = text.split(" ", -1);
    long months = 0;
    long days = 0;
    long micros = 0;
    int at = 0;
    while (at + 1 < words.length) {
      @Nullable Long number = number(words[at]);
      if (number == null) {
        return null;
      }
      switch (words[at + 1]) {
        case "year", "years" -> months += 12 * number;
        case "mon", "mons" -> months += number;
        case "day", "days" -> days += number;
        default -> {
          return null;
        }
      }
      at += 2;
    }
    if (at < words.length) {
      @Nullable Long time = time(words[at]);
      if (time == null) {
        return null;
      }
      micros = time;
    }
    boolean fits = (int) months == months && (int) days == days;
    return fits ? new Span((int) months, (int) days, micros) : null;
  }

  private static @Nullable Long number(String word) {
    int digits = word.startsWith("-") || word.startsWith("+") ? 1 : 0;
    if (word.length() == digits || word.length() > digits + MOST_DIGITS + 1) {
      return null;
    }
    for (int i = digits; i < word.length(); i++) {
      if (word.charAt(i) < '0' || word.charAt(i) > '9') {
        return null;
      }
    }
    return Long.valueOf(word);
  }

  private static @Nullable Long time(String word) {
    byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
    int colon = word.indexOf(':');
    boolean negative = word.startsWith("-");
    int start = negative || word.startsWith("+") ? 1 : 0;
    if (colon < start + 2 || colon > start + MOST_HOUR_DIGITS) {
      return null;
    }
    @Nullable Long hours = number(word.substring(start, colon));
    // Minutes and seconds as of a time whose hours are 00.
    byte[] rest = bytes.clone();
    rest[colon - 1] = '0';
    rest[colon - 2] = '0';
    DigitReader reader = new DigitReader(rest, colon - 2, rest.length - colon + 2);
    long micros = reader.time(0);
    if (hours == null || !reader.done()) {
      return null;
    }
    long sum = hours * 3_600 * TemporalText.MICROS_A_SECOND + micros;
    return negative ? -sum : sum;
  }

  @Override
  public void write(Object value, FrameOutput to) {
    Span span = Span.of(value, "An interval");
    if (span.equals(Span.INFINITY)) {
      to.putUtf8(DateFormat.INFINITY);
    } else if (span.equals(Span.MINUS_INFINITY)) {
      to.putUtf8(DateFormat.MINUS_INFINITY);
    } else {
      to.putUtf8(span.toString());
    }
  }
}
