package org.sqlxos.wirevm.internal.value;

import org.sqlxos.operation.api.ValueKind;
import org.sqlxos.wirevm.internal.frame.FrameOutput;

/**
 * An interval as 64-bit microseconds, 32-bit days and 32-bit months, all signed; the ends of all
 * three ranges together are infinite.
 */
public final class IntervalFormat extends ValueFormat {

  private static final String TYPE = "An interval";
  private static final int BYTES = 16;

  private final Endian endian;

  IntervalFormat(Endian endian) {
    this.endian = endian;
  }

  @Override
  public int width() {
    return BYTES;
  }

  @Override
  public ValueKind kind(byte[] bytes, int offset, int length) {
    return ValueKind.TEXT;
  }

  @Override
  public ValueText text(byte[] bytes, int offset, int length, ValueText to) {
    Malformed.unlessLength(length, BYTES, TYPE);
    Span span =
        new Span(
            endian.intAt(bytes, offset + 12),
            endian.intAt(bytes, offset + 8),
            endian.longAt(bytes, offset));
    if (span.equals(Span.INFINITY)) {
      return to.string(DateFormat.INFINITY);
    }
    return to.string(
        span.equals(Span.MINUS_INFINITY) ? DateFormat.MINUS_INFINITY : span.toString());
  }

  @Override
  public void write(Object value, FrameOutput to) {
    Span span = Span.of(value, TYPE);
    endian.putLong(to, span.micros());
    endian.putInt(to, span.days());
    endian.putInt(to, span.months());
  }
}
