package org.sqlxos.wirevm.internal.value;

import java.nio.charset.StandardCharsets;
import org.sqlxos.operation.api.ValueKind;
import org.sqlxos.wirevm.internal.frame.FrameOutput;

/** A whole number in decimal digits; a long one is a DECIMAL. Hot code. */
public final class IntegerTextFormat extends ValueFormat {

  private static final String TYPE = "A whole number in digits";

  /** Any number of so many digits is a long. */
  private static final int SURE_DIGITS = 18;

  @Override
  public int width() {
    return PREFIXED;
  }

  @Override
  public ValueKind kind(byte[] bytes, int offset, int length) {
    if (length <= SURE_DIGITS) {
      return ValueKind.INTEGER;
    }
    return fitsInLong(bytes, offset, length) ? ValueKind.INTEGER : ValueKind.DECIMAL;
  }

  @Override
  public long toLong(byte[] bytes, int offset, int length) {
    int end = offset + length;
    int at = firstDigit(bytes, offset, length);
    boolean negative = bytes[offset] == '-';
    // Counted below zero, where there is one number more.
    long sum = 0;
    while (at < end) {
      sum = sum * 10 - digit(bytes[at++]);
    }
    return negative ? sum : -sum;
  }

  @Override
  public ValueText text(byte[] bytes, int offset, int length, ValueText to) {
    int end = offset + length;
    int at = firstSignificant(bytes, offset, length);
    for (int i = at; i < end; i++) {
      digit(bytes[i]);
    }
    boolean negative = bytes[offset] == '-';
    if (!negative || at == offset + 1) {
      int from = negative ? offset : at;
      return to.ascii(bytes, from, end - from);
    }
    return to.string("-" + new String(bytes, at, end - at, StandardCharsets.ISO_8859_1));
  }

  @Override
  public void write(Object value, FrameOutput to) {
    to.putUtf8(Given.whole(value, "A whole number").toString());
  }

  private static boolean fitsInLong(byte[] bytes, int offset, int length) {
    int end = offset + length;
    int at = firstSignificant(bytes, offset, length);
    if (end - at != SURE_DIGITS + 1) {
      return end - at <= SURE_DIGITS;
    }
    long sum = 0;
    for (int i = at; i < end - 1; i++) {
      sum = sum * 10 - digit(bytes[i]);
    }
    int last = digit(bytes[end - 1]);
    long most = bytes[offset] == '-' ? Long.MIN_VALUE : -Long.MAX_VALUE;
    return sum >= (most + last) / 10;
  }

  /** Past the zeros that a column may fill its numbers with. */
  private static int firstSignificant(byte[] bytes, int offset, int length) {
    int at = firstDigit(bytes, offset, length);
    while (at < offset + length - 1 && bytes[at] == '0') {
      at++;
    }
    return at;
  }

  private static int firstDigit(byte[] bytes, int offset, int length) {
    boolean signed = length > 0 && (bytes[offset] == '-' || bytes[offset] == '+');
    if (length < (signed ? 2 : 1)) {
      throw Malformed.content(TYPE);
    }
    return signed ? offset + 1 : offset;
  }

  private static int digit(byte digit) {
    if (digit < '0' || digit > '9') {
      throw Malformed.content(TYPE);
    }
    return digit - '0';
  }
}
