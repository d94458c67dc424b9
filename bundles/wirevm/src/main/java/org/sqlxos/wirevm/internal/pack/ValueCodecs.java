package org.sqlxos.wirevm.internal.pack;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
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
import org.sqlxos.wirevm.internal.value.Family;

/** How a database keeps values: one codec a family of types, {@code PLAIN} where none is named. */
public record ValueCodecs(Map<Family, ValueCodec> byFamily) {

  public ValueCodecs {
    Map<Family, ValueCodec> copy = new EnumMap<>(Family.class);
    for (Family family : Family.values()) {
      copy.put(family, byFamily.getOrDefault(family, ValueCodec.PLAIN));
    }
    byFamily = Collections.unmodifiableMap(copy);
  }

  public ValueCodec of(Family family) {
    return byFamily.getOrDefault(family, ValueCodec.PLAIN);
  }

  public ValueCodec of(UniversalType type) {
    return of(family(type));
  }

  private static Family family(UniversalType type) {
    return switch (type) {
      case Special _ -> Family.ANY;
      case Simple simple -> family(simple);
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

  private static Family family(Simple type) {
    return switch (type) {
      case BOOLEAN -> Family.BOOLEAN;
      case DATE -> Family.DATE;
      case INTERVAL -> Family.INTERVAL;
      case UUID -> Family.UUID;
      case JSON -> Family.JSON;
    };
  }
}
