package org.sqlxos.wirevm.internal.value;

import org.sqlxos.operation.api.ValueKind;
import org.sqlxos.type.api.UniversalType;
import org.sqlxos.type.api.UniversalType.Simple;
import org.sqlxos.type.api.UniversalType.TimestampType;
import org.sqlxos.wirevm.internal.frame.FrameOutput;

/**
 * Reads values as the type that the catalog says a column has, where the server's own type says
 * less: a truth that is kept as a number, a JSON document that is kept as text, a moment that the
 * server gives without its zone, which is UTC by the session's settings.
 */
public final class Adaptation extends ValueFormat {

  private enum Reading {
    TRUTH,
    JSON,
    MOMENT
  }

  private final ValueFormat stored;
  private final Reading reading;

  private Adaptation(ValueFormat stored, Reading reading) {
    this.stored = stored;
    this.reading = reading;
  }

  /** The format, or one that adapts it. */
  public static ValueFormat to(UniversalType type, ValueFormat stored) {
    if (type == Simple.BOOLEAN && !(stored instanceof BooleanFormat)) {
      return new Adaptation(stored, Reading.TRUTH);
    }
    if (type == Simple.JSON && !(stored instanceof JsonFormat)) {
      return new Adaptation(stored, Reading.JSON);
    }
    if (type instanceof TimestampType timestamp
        && timestamp.zoned()
        && stored instanceof TimestampFieldsFormat fields
        && fields.part() == TemporalPart.TIMESTAMP) {
      return new Adaptation(stored, Reading.MOMENT);
    }
    return stored;
  }

  @Override
  public int width() {
    return stored.width();
  }

  @Override
  public ValueKind kind(byte[] bytes, int offset, int length) {
    ValueKind kind = stored.kind(bytes, offset, length);
    return switch (reading) {
      case TRUTH -> kind == ValueKind.INTEGER ? ValueKind.BOOLEAN : kind;
      case JSON -> kind == ValueKind.TEXT ? ValueKind.JSON : kind;
      case MOMENT -> kind;
    };
  }

  @Override
  public boolean toBoolean(byte[] bytes, int offset, int length) {
    return stored.kind(bytes, offset, length) == ValueKind.INTEGER
        ? stored.toLong(bytes, offset, length) != 0
        : stored.toBoolean(bytes, offset, length);
  }

  @Override
  public long toLong(byte[] bytes, int offset, int length) {
    return stored.toLong(bytes, offset, length);
  }

  @Override
  public double toDouble(byte[] bytes, int offset, int length) {
    return stored.toDouble(bytes, offset, length);
  }

  @Override
  public ValueText text(byte[] bytes, int offset, int length, ValueText to) {
    stored.text(bytes, offset, length, to);
    // The zero date, which is no moment, stays as it is.
    return reading == Reading.MOMENT && !to.startsWith("0000-00") ? to.append('Z') : to;
  }

  @Override
  public byte[] toBytes(byte[] bytes, int offset, int length) {
    return stored.toBytes(bytes, offset, length);
  }

  @Override
  public void write(Object value, FrameOutput to) {
    stored.write(value, to);
  }
}
