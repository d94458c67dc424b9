package org.sqlxos.rest.internal.request;

import java.math.BigDecimal;
import org.sqlxos.operation.api.JsonValue;
import org.sqlxos.type.api.UniversalType;
import org.sqlxos.type.api.UniversalType.ArrayType;
import org.sqlxos.type.api.UniversalType.DecimalType;
import org.sqlxos.type.api.UniversalType.FloatType;
import org.sqlxos.type.api.UniversalType.IntegerType;
import org.sqlxos.type.api.UniversalType.Simple;

/** A value that is written as text, as it would stand in a JSON body. */
public final class TextValue {

  /** More digits are an attack; VERIFY refuses what stays text. */
  private static final int MOST_CHARACTERS = 1_000;

  private TextValue() {}

  /** A number, a truth value, a document or the text; what does not fit is for VERIFY to refuse. */
  public static Object of(UniversalType type, String text) {
    return switch (type) {
      case IntegerType _, DecimalType _, FloatType _ -> number(text);
      case Simple simple when simple == Simple.BOOLEAN -> truth(text);
      case Simple simple when simple == Simple.JSON -> document(text);
      case ArrayType _ -> document(text);
      default -> text;
    };
  }

  private static Object number(String text) {
    if (text.length() > MOST_CHARACTERS) {
      return text;
    }
    try {
      BigDecimal number = new BigDecimal(text);
      boolean small = number.scale() == 0 && number.precision() < 19;
      // As in a body: an exponent must not become gigabytes of digits.
      boolean writable = Math.abs((long) number.scale()) <= MOST_CHARACTERS;
      return small ? (Object) number.longValue() : writable ? number : text;
    } catch (NumberFormatException e) {
      return text;
    }
  }

  private static Object truth(String text) {
    return switch (text) {
      case "true", "t", "1" -> true;
      case "false", "f", "0" -> false;
      default -> text;
    };
  }

  private static Object document(String text) {
    return RowBodyReader.wellFormed(text) ? new JsonValue(text) : text;
  }
}
