package org.sqlxos.type.api;

import static org.sqlxos.type.api.UniversalType.UNBOUNDED;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
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

/**
 * Writes and reads the notation that {@link UniversalType} describes: a name, then arguments in
 * parentheses.
 */
final class TypeNotation {

  private static final int DEFAULT_FRACTION = 6;

  private final String text;
  private int at;

  private TypeNotation(String text) {
    this.text = text;
  }

  static String write(UniversalType type) {
    return switch (type) {
      case Special special -> special.name().toLowerCase(Locale.ROOT);
      case Simple simple -> simple.name().toLowerCase(Locale.ROOT);
      case IntegerType t -> "integer(" + t.bits() + ")";
      case DecimalType t -> writeDecimal(t);
      case FloatType t -> "float(" + t.bits() + ")";
      case TextType t -> "text" + length(t.length());
      case BytesType t -> "bytes" + length(t.length());
      case TimeType t -> "time(" + t.fraction() + ")";
      case TimestampType t -> (t.zoned() ? "timestamptz(" : "timestamp(") + t.fraction() + ")";
      case ArrayType t -> "array(" + write(t.element()) + ")";
      case EnumType t ->
          t.labels().stream()
              .map(label -> "'" + label.replace("'", "''") + "'")
              .collect(Collectors.joining(",", "enum(", ")"));
    };
  }

  private static String writeDecimal(DecimalType type) {
    if (type.equals(DecimalType.ANY_SIZE)) {
      return "decimal";
    }
    String before = type.integerDigits() == UNBOUNDED ? "*" : "" + type.integerDigits();
    String after = type.scale() == UNBOUNDED ? "*" : "" + type.scale();
    boolean bounded = type.integerDigits() != UNBOUNDED && type.scale() != UNBOUNDED;
    // Half-bounded decimals arise from joins only; they are written by their two sides.
    return bounded
        ? "decimal(" + ((long) type.integerDigits() + type.scale()) + "," + type.scale() + ")"
        : "decimal(" + before + "." + after + ")";
  }

  private static String length(int length) {
    return length == UNBOUNDED ? "" : "(" + length + ")";
  }

  static UniversalType read(String notation) {
    TypeNotation reader = new TypeNotation(notation);
    UniversalType type = reader.type();
    if (reader.at != notation.length()) {
      throw reader.expected("the end");
    }
    return type;
  }

  private UniversalType type() {
    String name = word();
    return switch (name) {
      case "never" -> UniversalType.NEVER;
      case "any" -> UniversalType.ANY;
      case "boolean" -> Simple.BOOLEAN;
      case "date" -> Simple.DATE;
      case "interval" -> Simple.INTERVAL;
      case "uuid" -> Simple.UUID;
      case "json" -> Simple.JSON;
      case "integer" -> new IntegerType(argument(64));
      case "float" -> new FloatType(argument(64));
      case "text" -> new TextType(argument(UNBOUNDED));
      case "bytes" -> new BytesType(argument(UNBOUNDED));
      case "time" -> new TimeType(argument(DEFAULT_FRACTION));
      case "timestamp" -> new TimestampType(argument(DEFAULT_FRACTION), false);
      case "timestamptz" -> new TimestampType(argument(DEFAULT_FRACTION), true);
      case "decimal" -> decimal();
      case "array" -> array();
      case "enum" -> labels();
      default -> throw expected("a type, not \"" + name + "\",");
    };
  }

  private UniversalType decimal() {
    if (!skip('(')) {
      return DecimalType.ANY_SIZE;
    }
    if (skip('*')) {
      require('.');
      DecimalType type = new DecimalType(UNBOUNDED, number());
      require(')');
      return type;
    }
    int first = number();
    DecimalType type;
    if (skip('.')) {
      require('*');
      type = new DecimalType(first, UNBOUNDED);
    } else {
      type = DecimalType.of(first, skip(',') ? number() : 0);
    }
    require(')');
    return type;
  }

  private UniversalType array() {
    require('(');
    UniversalType element = type();
    require(')');
    return new ArrayType(element);
  }

  private UniversalType labels() {
    List<String> labels = new ArrayList<>();
    require('(');
    do {
      labels.add(label());
    } while (skip(','));
    require(')');
    return EnumType.of(labels);
  }

  private String label() {
    require('\'');
    StringBuilder label = new StringBuilder();
    while (true) {
      int quote = text.indexOf('\'', at);
      if (quote < 0) {
        throw expected("a closing quote");
      }
      label.append(text, at, quote);
      at = quote + 1;
      if (!skip('\'')) {
        return label.toString();
      }
      label.append('\'');
    }
  }

  private String word() {
    int start = at;
    while (at < text.length() && Character.isLetter(text.charAt(at))) {
      at++;
    }
    return text.substring(start, at);
  }

  private int argument(int absent) {
    if (!skip('(')) {
      return absent;
    }
    int number = number();
    require(')');
    return number;
  }

  private int number() {
    int start = at;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    try {
      return Integer.parseInt(text, start, at, 10);
    } catch (NumberFormatException e) {
      throw expected("a number");
    }
  }

  private boolean skip(char wanted) {
    if (at < text.length() && text.charAt(at) == wanted) {
      at++;
      return true;
    }
    return false;
  }

  private void require(char wanted) {
    if (!skip(wanted)) {
      throw expected("'" + wanted + "'");
    }
  }

  private IllegalArgumentException expected(String what) {
    return new IllegalArgumentException(
        "type \"%s\": %s expected at character %d".formatted(text, what, at + 1));
  }
}
