package org.sqlxos.wirevm.internal.value;

import java.time.DateTimeException;
import org.sqlxos.operation.api.ValueKind;
import org.sqlxos.type.api.Interval;
import org.sqlxos.wirevm.internal.frame.FrameOutput;

/**
 * A span of time as months, days and nanoseconds, each a number whose first byte has as many
 * leading ones as bytes follow, and whose lowest bit is the sign.
 */
public final class DurationFormat extends ValueFormat {

  private static final String TYPE = "An interval such as P1Y2M3DT4H5M6S";

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
    Reading reading = new Reading(bytes, offset, offset + length);
    try {
      int months = Math.toIntExact(reading.next());
      int days = Math.toIntExact(reading.next());
      long nanos = reading.next();
      if (reading.at == reading.end) {
        return to.string(new Interval(months, days, nanos).toString());
      }
    } catch (ArithmeticException e) {
      // Told below.
    }
    throw Malformed.content("An interval");
  }

  private static final class Reading {
    private final byte[] bytes;
    private int at;
    private final int end;

    Reading(byte[] bytes, int at, int end) {
      this.bytes = bytes;
      this.at = at;
      this.end = end;
    }

    long next() {
      if (at >= end) {
        throw Malformed.content("An interval");
      }
      int first = bytes[at++] & 0xff;
      int more = Integer.numberOfLeadingZeros(~(first << 24));
      if (end - at < more) {
        throw Malformed.content("An interval");
      }
      long value = more >= Byte.SIZE - 1 ? 0 : first & 0xff >> more;
      for (int i = 0; i < more; i++) {
        value = value << 8 | bytes[at++] & 0xff;
      }
      return value >>> 1 ^ -(value & 1);
    }
  }

  @Override
  public void write(Object value, FrameOutput to) {
    try {
      Interval interval =
          switch (value) {
            case Interval given -> given;
            case String text -> Interval.parse(text);
            default -> throw Refusal.of(TYPE, value);
          };
      requireOneSign(interval);
      put(to, interval.months());
      put(to, interval.days());
      put(to, interval.nanos());
    } catch (DateTimeException e) {
      throw Refusal.of(TYPE, value);
    }
  }

  /** The whole of it goes one way in time. */
  private static void requireOneSign(Interval interval) {
    boolean none = interval.months() >= 0 && interval.days() >= 0 && interval.nanos() >= 0;
    boolean all = interval.months() <= 0 && interval.days() <= 0 && interval.nanos() <= 0;
    if (!none && !all) {
      throw Refusal.of("An interval whose parts have the same sign", interval);
    }
  }

  private static void put(FrameOutput to, long number) {
    long value = number << 1 ^ number >> 63;
    int bits = Long.SIZE - Long.numberOfLeadingZeros(value | 1);
    // Each further byte costs a bit of the first one, until eight follow it.
    int more = bits > 56 ? 8 : (bits - 1) / 7;
    int first = more == 8 ? 0xff : (int) (0xff00 >> more & 0xff | value >>> more * 8);
    to.putByte(first);
    for (int i = more - 1; i >= 0; i--) {
      to.putByte((int) (value >>> i * 8));
    }
  }
}
