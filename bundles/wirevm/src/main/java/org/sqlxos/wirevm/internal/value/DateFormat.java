package org.sqlxos.wirevm.internal.value;

import java.time.LocalDate;
import org.sqlxos.operation.api.ValueKind;
import org.sqlxos.wirevm.internal.frame.FrameOutput;

/** A date as signed 32-bit days since an epoch; the ends of the range are infinite. Hot code. */
public final class DateFormat extends ValueFormat {

  static final String INFINITY = "infinity";
  static final String MINUS_INFINITY = "-infinity";

  private static final String TYPE = "A date";

  private final long epoch;
  private final Endian endian;

  DateFormat(LocalDate epoch, Endian endian) {
    this.epoch = epoch.toEpochDay();
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
    int days = endian.intAt(bytes, offset);
    return switch (days) {
      case Integer.MAX_VALUE -> to.string(INFINITY);
      case Integer.MIN_VALUE -> to.string(MINUS_INFINITY);
      default -> TemporalText.date(days + epoch, to);
    };
  }

  @Override
  public void write(Object value, FrameOutput to) {
    if (value.equals(INFINITY)) {
      endian.putInt(to, Integer.MAX_VALUE);
    } else if (value.equals(MINUS_INFINITY)) {
      endian.putInt(to, Integer.MIN_VALUE);
    } else {
      long days = GivenTime.date(value, TYPE).toEpochDay() - epoch;
      if (days <= Integer.MIN_VALUE || days >= Integer.MAX_VALUE) {
        throw Refusal.of("A date within the database's range", value);
      }
      endian.putInt(to, (int) days);
    }
  }
}
