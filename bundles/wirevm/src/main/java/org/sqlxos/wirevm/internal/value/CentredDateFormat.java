package org.sqlxos.wirevm.internal.value;

import org.sqlxos.operation.api.ValueKind;
import org.sqlxos.wirevm.internal.frame.FrameOutput;

/** A date as 32-bit days without sign, of which 2^31 is the first of January 1970. */
public final class CentredDateFormat extends ValueFormat {

  private static final String TYPE = "A date";

  private final Endian endian;

  CentredDateFormat(Endian endian) {
    this.endian = endian;
  }

  @Override
  public int width() {
    return Integer.BYTES;
  }

  @Override
  public ValueKind kind(byte[] bytes, int offset, int length) {
    return ValueKind.TEXT;
  }

  @Override
  public ValueText text(byte[] bytes, int offset, int length, ValueText to) {
    Malformed.unlessLength(length, Integer.BYTES, TYPE);
    return TemporalText.date(endian.intAt(bytes, offset) ^ Integer.MIN_VALUE, to);
  }

  @Override
  public void write(Object value, FrameOutput to) {
    long day = GivenTime.date(value, TYPE).toEpochDay();
    if (day < Integer.MIN_VALUE || day > Integer.MAX_VALUE) {
      throw Refusal.of("A date within the database's range", value);
    }
    endian.putInt(to, (int) day ^ Integer.MIN_VALUE);
  }
}
