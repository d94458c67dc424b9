package org.sqlxos.wirevm.internal.value;

import org.sqlxos.type.api.UniversalType;
import org.sqlxos.type.api.UniversalType.ArrayType;
import org.sqlxos.type.api.UniversalType.DecimalType;
import org.sqlxos.type.api.UniversalType.FloatType;
import org.sqlxos.type.api.UniversalType.IntegerType;
import org.sqlxos.type.api.UniversalType.Simple;
import org.sqlxos.type.api.UniversalType.TimeType;
import org.sqlxos.type.api.UniversalType.TimestampType;

/** What type values of a format have, as far as their bytes tell. */
public final class FormatType {

  private static final int MICROS = 6;
  private static final int LONGEST_UNSIGNED = 20;

  private FormatType() {}

  /** A table: one row a format. */
  public static UniversalType of(ValueFormat format) {
    return switch (format) {
      case IntegerFormat integer -> integer(integer.bytes(), integer.unsigned());
      case IntegerTextFormat _, BitsFormat _ -> new IntegerType(Long.SIZE);
      case BooleanFormat _, BooleanTextFormat _ -> Simple.BOOLEAN;
      case FloatFormat number -> new FloatType(number.bytes() * Byte.SIZE);
      case FloatTextFormat _ -> new FloatType(Double.SIZE);
      case DecimalGroupsFormat _, DecimalTextFormat _ -> DecimalType.ANY_SIZE;
      case BytesFormat _, BytesHexTextFormat _ ->
          new UniversalType.BytesType(UniversalType.UNBOUNDED);
      case JsonFormat _, ListTextFormat _ -> Simple.JSON;
      case UuidFormat _ -> Simple.UUID;
      case ArrayFormat array -> new ArrayType(of(array.element()));
      case IntervalFormat _, IntervalTextFormat _ -> Simple.INTERVAL;
      case TextFormat _ -> UniversalType.TEXT;
      default -> temporal(format);
    };
  }

  private static UniversalType temporal(ValueFormat format) {
    return switch (format) {
      case DateFormat _ -> Simple.DATE;
      case TimeFormat _, TimeFieldsFormat _ -> new TimeType(MICROS);
      case TimestampFormat timestamp -> new TimestampType(MICROS, timestamp.zoned());
      case TimestampFieldsFormat fields -> part(fields.part());
      case TemporalTextFormat text -> part(text.part());
      // Addresses, ranges and strings of bits are written as text.
      default -> UniversalType.TEXT;
    };
  }

  private static UniversalType part(TemporalPart part) {
    return switch (part) {
      case DATE -> Simple.DATE;
      case TIME -> new TimeType(MICROS);
      case TIMESTAMP -> new TimestampType(MICROS, false);
      case ZONED_TIMESTAMP -> new TimestampType(MICROS, true);
    };
  }

  private static UniversalType integer(int bytes, boolean unsigned) {
    int bits = bytes * Byte.SIZE;
    if (!unsigned) {
      return new IntegerType(bits);
    }
    return bits == Long.SIZE ? DecimalType.of(LONGEST_UNSIGNED, 0) : new IntegerType(2 * bits);
  }
}
