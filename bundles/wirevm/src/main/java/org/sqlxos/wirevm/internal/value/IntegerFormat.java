package org.sqlxos.wirevm.internal.value;

import java.math.BigInteger;
import org.sqlxos.operation.api.ValueKind;
import org.sqlxos.wirevm.internal.frame.FrameOutput;

/** A whole number in two's complement, or without sign, of 1, 2, 4 or 8 bytes. Hot code. */
public final class IntegerFormat extends ValueFormat {

  private static final String TYPE = "A whole number";

  private final int bytes;
  private final boolean unsigned;
  private final Endian endian;
  private final String expected;

  IntegerFormat(int bytes, boolean unsigned, Endian endian) {
    this.bytes = bytes;
    this.unsigned = unsigned;
    this.endian = endian;
    expected =
        "A whole number of %d bits%s".formatted(bytes * Byte.SIZE, unsigned ? " without sign" : "");
  }

  int bytes() {
    return bytes;
  }

  boolean unsigned() {
    return unsigned;
  }

  @Override
  public int width() {
    return bytes;
  }

  @Override
  public ValueKind kind(byte[] from, int offset, int length) {
    if (!unsigned || bytes != Long.BYTES) {
      return ValueKind.INTEGER;
    }
    return toLong(from, offset, length) < 0 ? ValueKind.DECIMAL : ValueKind.INTEGER;
  }

  @Override
  public long toLong(byte[] from, int offset, int length) {
    Malformed.unlessLength(length, bytes, TYPE);
    return switch (bytes) {
      case Integer.BYTES -> {
        int value = endian.intAt(from, offset);
        yield unsigned ? Integer.toUnsignedLong(value) : value;
      }
      case Long.BYTES -> endian.longAt(from, offset);
      case Short.BYTES -> {
        short value = endian.shortAt(from, offset);
        yield unsigned ? Short.toUnsignedLong(value) : value;
      }
      default -> unsigned ? Byte.toUnsignedLong(from[offset]) : from[offset];
    };
  }

  @Override
  public ValueText text(byte[] from, int offset, int length, ValueText to) {
    long value = toLong(from, offset, length);
    return to.string(unsigned ? Long.toUnsignedString(value) : Long.toString(value));
  }

  @Override
  public void write(Object value, FrameOutput to) {
    long number = fitting(value);
    switch (bytes) {
      case Integer.BYTES -> endian.putInt(to, (int) number);
      case Long.BYTES -> endian.putLong(to, number);
      case Short.BYTES -> endian.putShort(to, (int) number);
      default -> to.putByte((int) number);
    }
  }

  private long fitting(Object value) {
    if (bytes == Long.BYTES) {
      return unsigned ? unsignedLong(value) : Given.integer(value, expected);
    }
    long number = Given.integer(value, expected);
    int bits = bytes * Byte.SIZE;
    long least = unsigned ? 0 : -1L << (bits - 1);
    long most = unsigned ? (1L << bits) - 1 : ~least;
    if (number < least || number > most) {
      throw Refusal.of(expected, value);
    }
    return number;
  }

  private long unsignedLong(Object value) {
    if (value instanceof Long number && number >= 0) {
      return number;
    }
    BigInteger whole = Given.whole(value, expected);
    if (whole.signum() < 0 || whole.bitLength() > Long.SIZE) {
      throw Refusal.of(expected, value);
    }
    return whole.longValue();
  }
}
