package org.sqlxos.rest.internal.response;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Range and If-Range, RFC 9110 section 14. One range of octets is understood; several at once, and
 * units of other kinds, are answered with the whole, as the RFC has it.
 *
 * @param range the value of Range, if there is one
 * @param condition the value of If-Range, if there is one
 */
public record RangeHeader(@Nullable String range, @Nullable String condition) {

  private static final Pattern ONE = Pattern.compile("bytes=([0-9]{0,18})-([0-9]{0,18})");

  /**
   * The part of a value that is asked for.
   *
   * @param length of the whole
   * @param tag what the value is now; a range of another one is the whole
   */
  ByteRange of(int length, String tag) {
    Matcher asked = ONE.matcher(range == null ? "" : range.replace(" ", ""));
    boolean other = condition != null && !condition.strip().equals(tag);
    if (other || !asked.matches() || asked.group(1).isEmpty() && asked.group(2).isEmpty()) {
      return ByteRange.whole(length);
    }
    if (asked.group(1).isEmpty()) {
      long last = Math.min(Long.parseLong(asked.group(2)), length);
      return part(length - last, length - 1L, length);
    }
    long from = Long.parseLong(asked.group(1));
    if (asked.group(2).isEmpty()) {
      return part(from, length - 1L, length);
    }
    long to = Long.parseLong(asked.group(2));
    return to < from ? ByteRange.whole(length) : part(from, Math.min(to, length - 1L), length);
  }

  private static ByteRange part(long from, long to, int length) {
    return from > to || from >= length
        ? new ByteRange(0, 0, length, true)
        : new ByteRange((int) from, (int) (to - from + 1), length, true);
  }
}
