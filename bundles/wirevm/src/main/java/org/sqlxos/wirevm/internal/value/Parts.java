package org.sqlxos.wirevm.internal.value;

import org.jspecify.annotations.Nullable;
import org.sqlxos.wirevm.internal.frame.FrameOutput;

/** The parts of a value one after the other, each with its 32-bit length before it. */
final class Parts {

  private static final int NONE = -1;

  private final Endian endian;
  private final byte[] bytes;
  private final int end;
  private int at;
  private int length;

  Parts(Endian endian, byte[] bytes, int offset, int end) {
    this.endian = endian;
    this.bytes = bytes;
    this.at = offset;
    this.end = end;
  }

  boolean more() {
    return at < end;
  }

  /** How many parts are announced; no more than there is room for. */
  int count(String type, int each) {
    int count = number(type);
    if (count < 0 || (long) count * each * Integer.BYTES > end - at) {
      throw Malformed.content(type);
    }
    return count;
  }

  /** Goes to the next part; false if it has no value. */
  boolean next(String type) {
    length = number(type);
    if (length < NONE || length > end - at) {
      throw Malformed.content(type);
    }
    return length != NONE;
  }

  private int number(String type) {
    if (end - at < Integer.BYTES) {
      throw Malformed.content(type);
    }
    int number = endian.intAt(bytes, at);
    at += Integer.BYTES;
    return number;
  }

  /** Adds the part that it stands on, and passes it. */
  void append(StringBuilder json, ValueFormat format) {
    JsonText.append(json, format, bytes, at, length);
    at += length;
  }

  /** Adds the part as the name of a member, which is text whatever its type. */
  void appendName(StringBuilder json, ValueFormat format) {
    int start = json.length();
    append(json, format);
    if (json.charAt(start) != '"') {
      String name = json.substring(start);
      json.setLength(start);
      JsonText.quote(json, name);
    }
  }

  static void write(Endian endian, ValueFormat format, @Nullable Object value, FrameOutput to) {
    if (value == null) {
      endian.putInt(to, NONE);
      return;
    }
    int length = to.skip(Integer.BYTES);
    format.write(value, to);
    endian.setInt(to, length, to.size() - length - Integer.BYTES);
  }
}
