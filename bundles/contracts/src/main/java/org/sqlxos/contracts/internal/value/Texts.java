package org.sqlxos.contracts.internal.value;

import java.math.BigDecimal;
import java.util.Base64;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sqlxos.contracts.internal.report.Place;
import org.sqlxos.operation.api.JsonValue;
import org.sqlxos.type.api.UniversalType.BytesType;
import org.sqlxos.type.api.UniversalType.EnumType;
import org.sqlxos.type.api.UniversalType.TextType;

/** Texts, and what is written as a text of one fixed form. */
final class Texts {

  private static final int UUID_LENGTH = 36;
  private static final int LABELS_TOLD = 30;

  private Texts() {}

  static Object text(Object value, TextType type, Place place) {
    if (!(value instanceof String text)) {
      return place.refuse("type", "a text expected");
    }
    // No text has more code points than chars.
    if (text.length() > type.length() && text.codePointCount(0, text.length()) > type.length()) {
      return place.refuse("length", "at most %d characters expected".formatted(type.length()));
    }
    return storable(text, place);
  }

  /** A text without what databases cannot keep, or keep as something else. */
  static Object storable(String text, Place place) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0) {
        return place.refuse("type", "a text without the character U+0000 expected");
      }
      if (Character.isSurrogate(c)) {
        boolean pair =
            Character.isHighSurrogate(c)
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
        if (!pair) {
          return place.refuse("type", "a text without half characters (surrogates) expected");
        }
        i++;
      }
    }
    return text;
  }

  static Object label(Object value, EnumType type, Place place) {
    if (value instanceof String text && type.labels().contains(text)) {
      return value;
    }
    String labels =
        type.labels().stream()
            .limit(LABELS_TOLD)
            .map(label -> "\"" + label + "\"")
            .collect(Collectors.joining(", "));
    String more = type.labels().size() > LABELS_TOLD ? ", ..." : "";
    return place.refuse("enum", "one of " + labels + more + " expected");
  }

  static Object truth(Object value, Source source, Place place) {
    if (value instanceof Boolean) {
      return value;
    }
    if (source == Source.FILTER && value instanceof String text) {
      if (text.equals("true")) {
        return true;
      }
      if (text.equals("false")) {
        return false;
      }
    }
    return place.refuse("type", "true or false expected");
  }

  static Object uuid(Object value, Place place) {
    if (value instanceof UUID) {
      return value;
    }
    // The JDK also reads shortened groups.
    if (value instanceof String text && text.length() == UUID_LENGTH) {
      try {
        UUID uuid = UUID.fromString(text);
        if (uuid.toString().equalsIgnoreCase(text)) {
          return uuid;
        }
      } catch (IllegalArgumentException e) {
        // Refused below.
      }
    }
    return place.refuse("type", "a UUID expected");
  }

  static Object bytes(Object value, BytesType type, Place place) {
    byte[] bytes;
    if (value instanceof String text) {
      try {
        bytes = Base64.getDecoder().decode(text);
      } catch (IllegalArgumentException e) {
        return place.refuse("type", "octets in Base64 expected");
      }
    } else if (value instanceof byte[] given) {
      bytes = given;
    } else {
      return place.refuse("type", "octets in Base64 expected");
    }
    return bytes.length <= type.length()
        ? bytes
        : place.refuse("length", "at most %d octets expected".formatted(type.length()));
  }

  /** For a column of which nothing is known. */
  static Object any(Object value, Place place) {
    return switch (value) {
      case String text -> storable(text, place);
      case JsonValue json -> json.text();
      default -> value;
    };
  }

  /** A text of a query string for a column of which nothing is known. */
  static Object guessed(Object value, Place place) {
    if (!(value instanceof String text)) {
      return any(value, place);
    }
    BigDecimal number = Numbers.parsed(text);
    if (number == null) {
      return storable(text, place);
    }
    try {
      return number.precision() - (long) number.scale() <= 19 && number.scale() <= 0
          ? (Object) number.longValueExact()
          : number;
    } catch (ArithmeticException e) {
      return number;
    }
  }
}
