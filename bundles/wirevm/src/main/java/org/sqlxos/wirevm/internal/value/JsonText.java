package org.sqlxos.wirevm.internal.value;

import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sqlxos.operation.api.JsonValue;

/** Values as parts of a JSON document. */
public final class JsonText {

  private JsonText() {}

  /** Adds a value that was read, as what its format says it is. */
  public static void append(
      StringBuilder json, ValueFormat format, byte[] bytes, int at, int length) {
    switch (format.kind(bytes, at, length)) {
      case NULL -> json.append("null");
      case BOOLEAN -> json.append(format.toBoolean(bytes, at, length));
      case INTEGER -> json.append(format.toLong(bytes, at, length));
      case FLOAT -> number(json, format.toDouble(bytes, at, length));
      case DECIMAL, JSON -> json.append(format.toText(bytes, at, length));
      case TEXT -> quote(json, format.toText(bytes, at, length));
      case BYTES -> quote(json, base64(format.toBytes(bytes, at, length)));
    }
  }

  static String array(List<?> list, String expected) {
    StringBuilder json = new StringBuilder();
    append(json, list, expected);
    return json.toString();
  }

  static String scalar(Object value, String expected) {
    StringBuilder json = new StringBuilder();
    append(json, value, expected);
    return json.toString();
  }

  private static void append(StringBuilder json, @Nullable Object value, String expected) {
    switch (value) {
      case null -> json.append("null");
      case List<?> list -> {
        char before = '[';
        for (Object element : list) {
          json.append(before);
          append(json, element, expected);
          before = ',';
        }
        json.append(list.isEmpty() ? "[]" : "]");
      }
      case Boolean truth -> json.append(truth.booleanValue());
      case Double number -> number(json, number);
      case byte[] bytes -> quote(json, base64(bytes));
      case JsonValue document -> json.append(document.text());
      case Number _ -> json.append(Given.text(value, expected));
      default -> quote(json, Given.text(value, expected));
    }
  }

  private static void number(StringBuilder json, double number) {
    if (Double.isFinite(number)) {
      json.append(number);
    } else {
      json.append('"').append(number).append('"');
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  /** Adds a text with its quotes. */
  public static void quote(StringBuilder json, String text) {
    json.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"', '\\' -> json.append('\\').append(c);
        case '\n' -> json.append("\\n");
        case '\r' -> json.append("\\r");
        case '\t' -> json.append("\\t");
        default -> {
          if (c < ' ') {
            json.append("\\u00").append((char) Hex.digit(c >> 4)).append((char) Hex.digit(c));
          } else {
            json.append(c);
          }
        }
      }
    }
    json.append('"');
  }
}
