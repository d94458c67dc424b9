package org.sqlxos.wirevm.internal.value;

import java.math.BigDecimal;
import org.sqlxos.operation.api.ValueKind;
import org.sqlxos.wirevm.internal.frame.FrameOutput;

/**
 * An exact number in groups of four decimal digits: their count, the power of 10,000 that the first
 * one has, the sign, how many digits behind the point are shown, then the groups; 16 bits each. NaN
 * and the infinities are TEXT. Hot code: the digits go straight into the text's bytes.
 */
public final class DecimalGroupsFormat extends ValueFormat {

  private static final String TYPE = "A decimal number";
  private static final int HEADER = 8;
  private static final int GROUP_DIGITS = 4;
  private static final int LARGEST_GROUP = 9999;
  private static final int PLUS = 0;
  private static final int MINUS = 0x4000;
  private static final int NAN = 0xC000;
  private static final int INFINITY = 0xD000;
  private static final int MINUS_INFINITY = 0xF000;
  private static final int MOST_SCALE = 0x3FFF;

  private final Endian endian;

  DecimalGroupsFormat(Endian endian) {
    this.endian = endian;
  }

  @Override
  public int width() {
    return PREFIXED;
  }

  @Override
  public ValueKind kind(byte[] bytes, int offset, int length) {
    int sign = sign(bytes, offset, length);
    return sign == PLUS || sign == MINUS ? ValueKind.DECIMAL : ValueKind.TEXT;
  }

  private int sign(byte[] bytes, int offset, int length) {
    if (length < HEADER) {
      throw Malformed.length(length, TYPE);
    }
    return endian.shortAt(bytes, offset + 4) & 0xffff;
  }

  @Override
  public ValueText text(byte[] bytes, int offset, int length, ValueText to) {
    return switch (sign(bytes, offset, length)) {
      case PLUS, MINUS -> digits(bytes, offset, length, to);
      case NAN -> to.string("NaN");
      case INFINITY -> to.string("Infinity");
      case MINUS_INFINITY -> to.string("-Infinity");
      default -> throw Malformed.content(TYPE);
    };
  }

  private ValueText digits(byte[] bytes, int offset, int length, ValueText to) {
    boolean negative = sign(bytes, offset, length) == MINUS;
    int count = count(bytes, offset, length);
    int weight = endian.shortAt(bytes, offset + 2);
    int shown = shown(bytes, offset, count, weight);
    int wholeGroups = count == 0 ? 0 : Math.max(weight + 1, 0);
    int head = wholeGroups == 0 ? 0 : group(bytes, offset, 0, count);
    if (head == 0 && wholeGroups > 1) {
      throw Malformed.content(TYPE);
    }
    int sign = negative && count > 0 ? 1 : 0;
    int headEnd = sign + (head >= 1000 ? 4 : head >= 100 ? 3 : head >= 10 ? 2 : 1);
    int point = headEnd + Math.max(wholeGroups - 1, 0) * GROUP_DIGITS;
    int end = shown == 0 ? point : point + 1 + shown;
    byte[] text = to.take(end);
    text[0] = '-';
    putBefore(text, headEnd, sign, head);
    for (int i = 1; i < wholeGroups; i++) {
      int groupEnd = headEnd + i * GROUP_DIGITS;
      putBefore(text, groupEnd, groupEnd - GROUP_DIGITS, group(bytes, offset, i, count));
    }
    if (shown > 0) {
      text[point] = '.';
    }
    for (int done = 0, i = weight + 1; done < shown; done += GROUP_DIGITS, i++) {
      putAfter(text, point + 1 + done, end, group(bytes, offset, i, count));
    }
    return to.composed(end);
  }

  private int count(byte[] bytes, int offset, int length) {
    int count = endian.shortAt(bytes, offset) & 0xffff;
    if (length != HEADER + 2 * count) {
      throw Malformed.length(length, TYPE);
    }
    return count;
  }

  /** The digits behind the point: as many as announced, more if else some would be lost. */
  private int shown(byte[] bytes, int offset, int count, int weight) {
    int announced = endian.shortAt(bytes, offset + 6);
    if (announced < 0 || announced > MOST_SCALE) {
      throw Malformed.content(TYPE);
    }
    int there = count == 0 ? 0 : (count - 1 - weight) * GROUP_DIGITS;
    if (there > announced) {
      int last = group(bytes, offset, count - 1, count);
      for (int i = 0; i < GROUP_DIGITS && last % 10 == 0; i++) {
        last /= 10;
        there--;
      }
    }
    return Math.max(announced, there);
  }

  private int group(byte[] bytes, int offset, int index, int count) {
    if (index < 0 || index >= count) {
      return 0;
    }
    int group = endian.shortAt(bytes, offset + HEADER + 2 * index);
    if (group < 0 || group > LARGEST_GROUP) {
      throw Malformed.content(TYPE);
    }
    return group;
  }

  private static void putBefore(byte[] text, int end, int start, int value) {
    int rest = value;
    for (int at = end - 1; at >= start; at--) {
      text[at] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
  }

  /** The last group may reach beyond what is shown. */
  private static void putAfter(byte[] text, int start, int end, int value) {
    int unit = 1000;
    for (int at = start; unit > 0 && at < end; at++) {
      text[at] = (byte) ('0' + value / unit % 10);
      unit /= 10;
    }
  }

  @Override
  public void write(Object value, FrameOutput to) {
    switch (value) {
      case Double number when !Double.isFinite(number) -> writeSpecial(number.toString(), to);
      case String text when isSpecial(text) -> writeSpecial(text, to);
      default -> writeDecimal(Given.decimal(value, TYPE), to);
    }
  }

  static boolean isSpecial(String text) {
    return text.equals("NaN") || text.equals("Infinity") || text.equals("-Infinity");
  }

  private void writeSpecial(String text, FrameOutput to) {
    int sign = text.equals("NaN") ? NAN : text.startsWith("-") ? MINUS_INFINITY : INFINITY;
    writeHeader(to, 0, 0, sign, 0);
  }

  private void writeHeader(FrameOutput to, int count, int weight, int sign, int scale) {
    endian.putShort(to, count);
    endian.putShort(to, weight);
    endian.putShort(to, sign);
    endian.putShort(to, scale);
  }

  private void writeDecimal(BigDecimal decimal, FrameOutput to) {
    int scale = Math.max(decimal.scale(), 0);
    String digits = decimal.unscaledValue().abs().toString();
    // Digits before the point; negative for the zeros right behind it.
    int whole = digits.length() - decimal.scale();
    int weight = Math.floorDiv(whole + GROUP_DIGITS - 1, GROUP_DIGITS) - 1;
    if (scale > MOST_SCALE || weight > Short.MAX_VALUE) {
      throw Refusal.of("A decimal number of at most " + MOST_SCALE + " digits of scale", decimal);
    }
    int sign = decimal.signum() < 0 ? MINUS : PLUS;
    int lead = (weight + 1) * GROUP_DIGITS - whole;
    int last = digits.length() - 1;
    while (last >= 0 && digits.charAt(last) == '0') {
      last--;
    }
    int count = (lead + last + GROUP_DIGITS) / GROUP_DIGITS;
    if (last < 0) {
      writeHeader(to, 0, 0, PLUS, scale);
      return;
    }
    writeHeader(to, count, weight, sign, scale);
    for (int i = 0; i < count; i++) {
      int group = 0;
      for (int j = 0; j < GROUP_DIGITS; j++) {
        int at = i * GROUP_DIGITS + j - lead;
        group = group * 10 + (at < 0 || at >= digits.length() ? 0 : digits.charAt(at) - '0');
      }
      endian.putShort(to, group);
    }
  }
}
