package org.sqlxos.wirevm.internal.value;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.sqlxos.operation.api.JsonValue;
import org.sqlxos.type.api.Interval;
import org.sqlxos.wirevm.internal.WireProblem;

/** Which family of types a Java value belongs to. */
public final class ValueFamily {

  private ValueFamily() {}

  public static Family of(Object value) {
    return switch (value) {
      case String _ -> Family.TEXT;
      case Long _, Integer _ -> Family.INTEGER;
      case Boolean _ -> Family.BOOLEAN;
      case BigDecimal _ -> Family.DECIMAL;
      case Double _ -> Family.FLOAT;
      case byte[] _ -> Family.BYTES;
      case JsonValue _ -> Family.JSON;
      default -> rarer(value);
    };
  }

  private static Family rarer(Object value) {
    return switch (value) {
      case UUID _ -> Family.UUID;
      case LocalDate _ -> Family.DATE;
      case LocalTime _ -> Family.TIME;
      case LocalDateTime _ -> Family.TIMESTAMP;
      case OffsetDateTime _ -> Family.TIMESTAMPTZ;
      case Interval _ -> Family.INTERVAL;
      case List<?> _ -> Family.ARRAY;
      default ->
          throw WireProblem.VALUE_UNKNOWN.problem(
              "A parameter is a " + value.getClass().getSimpleName());
    };
  }
}
