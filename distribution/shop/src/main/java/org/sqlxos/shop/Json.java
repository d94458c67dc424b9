package org.sqlxos.shop;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes the few JSON values that the shop holds. */
final class Json {

  private Json() {}

  static String write(Object value) {
    return switch (value) {
      case List<?> list ->
          list.stream().map(Json::write).collect(Collectors.joining(",", "[", "]"));
      case Map<?, ?> map ->
          map.entrySet().stream()
              .map(entry -> write(entry.getKey()) + ":" + write(entry.getValue()))
              .collect(Collectors.joining(",", "{", "}"));
      case Number number -> number.toString();
      case Boolean bool -> bool.toString();
      default -> '"' + value.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    };
  }
}
