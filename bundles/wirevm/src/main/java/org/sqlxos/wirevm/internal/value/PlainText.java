package org.sqlxos.wirevm.internal.value;

import java.util.List;
import org.sqlxos.operation.api.JsonValue;

/** The usual notation of a value in a statement, without anything around it. */
public final class PlainText {

  private static final String TYPE = "A value in a statement";

  private PlainText() {}

  /** Of a value of any class but bytes. */
  public static String of(Object value) {
    return switch (value) {
      case java.time.LocalDateTime moment ->
          moment.toLocalDate() + " " + Given.text(moment.toLocalTime(), TYPE);
      case List<?> list -> JsonText.array(list, TYPE);
      case JsonValue json -> json.text();
      default -> Given.encodable(Given.text(value, TYPE), TYPE);
    };
  }
}
