package org.sqlxos.wirevm.internal.value;

import org.sqlxos.type.api.UniversalType;
import org.sqlxos.type.api.UniversalType.ArrayType;
import org.sqlxos.type.api.UniversalType.BytesType;
import org.sqlxos.type.api.UniversalType.DecimalType;
import org.sqlxos.type.api.UniversalType.EnumType;
import org.sqlxos.type.api.UniversalType.FloatType;
import org.sqlxos.type.api.UniversalType.IntegerType;
import org.sqlxos.type.api.UniversalType.Simple;
import org.sqlxos.type.api.UniversalType.Special;
import org.sqlxos.type.api.UniversalType.TextType;
import org.sqlxos.type.api.UniversalType.TimeType;
import org.sqlxos.type.api.UniversalType.TimestampType;

/** The family of each universal type. */
public final class Families {

  private Families() {}

  public static Family of(UniversalType type) {
    return switch (type) {
      case Special _ -> Family.ANY;
      case Simple simple -> of(simple);
      case IntegerType _ -> Family.INTEGER;
      case DecimalType _ -> Family.DECIMAL;
      case FloatType _ -> Family.FLOAT;
      case TextType _ -> Family.TEXT;
      case BytesType _ -> Family.BYTES;
      case TimeType _ -> Family.TIME;
      case TimestampType timestamp -> timestamp.zoned() ? Family.TIMESTAMPTZ : Family.TIMESTAMP;
      case ArrayType _ -> Family.ARRAY;
      case EnumType _ -> Family.ENUM;
    };
  }

  private static Family of(Simple type) {
    return switch (type) {
      case BOOLEAN -> Family.BOOLEAN;
      case DATE -> Family.DATE;
      case INTERVAL -> Family.INTERVAL;
      case UUID -> Family.UUID;
      case JSON -> Family.JSON;
    };
  }
}
