package org.sqlxos.wirevm.internal.value;

import org.sqlxos.operation.api.ValueKind;
import org.sqlxos.wirevm.internal.frame.FrameOutput;

/**
 * A range: a byte of flags, then the bounds it has with their 32-bit lengths. In writing {@code
 * [1,10)}, {@code (,5]}, {@code empty}; a bound with characters of this notation stands in quotes.
 */
public final class RangeFormat extends ValueFormat {

  static final int EMPTY = 1;
  static final int LOWER_INCLUSIVE = 2;
  static final int UPPER_INCLUSIVE = 4;
  static final int LOWER_INFINITE = 8;
  static final int UPPER_INFINITE = 16;

  private static final String TYPE = "A range";
  private static final int ALL_FLAGS = 31;

  private final ValueFormat bound;
  private final Endian endian;

  RangeFormat(ValueFormat bound, Endian endian) {
    this.bound = bound;
    this.endian = endian;
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
    if (length < 1) {
      throw Malformed.length(length, TYPE);
    }
    int flags = bytes[offset] & 0xff;
    boolean empty = (flags & EMPTY) != 0;
    if (flags > ALL_FLAGS || (empty && length != 1)) {
      throw Malformed.content(TYPE);
    }
    if (empty) {
      return to.string(RangeText.EMPTY);
    }
    StringBuilder text = new StringBuilder(length * 2);
    int end = offset + length;
    int at = offset + 1;
    text.append((flags & LOWER_INCLUSIVE) != 0 ? '[' : '(');
    if ((flags & LOWER_INFINITE) == 0) {
      at = bound(text, bytes, at, end);
    }
    text.append(',');
    if ((flags & UPPER_INFINITE) == 0) {
      at = bound(text, bytes, at, end);
    }
    if (at != end) {
      throw Malformed.length(length, TYPE);
    }
    return to.string(text.append((flags & UPPER_INCLUSIVE) != 0 ? ']' : ')').toString());
  }

  private int bound(StringBuilder text, byte[] bytes, int at, int end) {
    if (end - at < Integer.BYTES) {
      throw Malformed.content(TYPE);
    }
    int length = endian.intAt(bytes, at);
    int from = at + Integer.BYTES;
    if (length < 0 || length > end - from) {
      throw Malformed.content(TYPE);
    }
    RangeText.append(text, written(bytes, from, length));
    return from + length;
  }

  private String written(byte[] bytes, int at, int length) {
    return switch (bound.kind(bytes, at, length)) {
      case INTEGER -> Long.toString(bound.toLong(bytes, at, length));
      case FLOAT -> Double.toString(bound.toDouble(bytes, at, length));
      case BOOLEAN -> Boolean.toString(bound.toBoolean(bytes, at, length));
      case DECIMAL, TEXT, JSON -> bound.toText(bytes, at, length);
      case BYTES, NULL -> throw Malformed.content(TYPE);
    };
  }

  @Override
  public void write(Object value, FrameOutput to) {
    if (!(value instanceof String text)) {
      throw Refusal.of(TYPE, value);
    }
    RangeText range = RangeText.parse(text, TYPE);
    to.putByte(range.flags());
    range.lower().ifPresent(lower -> writeBound(lower, to));
    range.upper().ifPresent(upper -> writeBound(upper, to));
  }

  private void writeBound(String text, FrameOutput to) {
    int length = to.skip(Integer.BYTES);
    bound.write(text, to);
    endian.setInt(to, length, to.size() - length - Integer.BYTES);
  }
}
