package org.sqlxos.contracts.internal.check;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongBinaryOperator;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The functions and operators that all databases have with the same meaning. */
final class Functions {

  private Functions() {}

  /** A call; nothing if the function is not known well enough. */
  static Optional<Term> call(String name, List<Term> arguments) {
    String function = name.toLowerCase(Locale.ROOT);
    if (function.equals("coalesce") || (function.equals("ifnull") && arguments.size() == 2)) {
      return Optional.of(row -> firstPresent(arguments, row));
    }
    if (arguments.size() != 1) {
      return Optional.empty();
    }
    Term argument = arguments.getFirst();
    return switch (function) {
      // Characters in some databases, octets in others.
      case "length" ->
          Optional.of(text(argument, text -> ascii(text) ? (long) text.length() : null));
      case "char_length", "character_length" ->
          Optional.of(text(argument, text -> (long) text.codePointCount(0, text.length())));
      case "lower" ->
          Optional.of(text(argument, text -> ascii(text) ? text.toLowerCase(Locale.ROOT) : null));
      case "upper" ->
          Optional.of(text(argument, text -> ascii(text) ? text.toUpperCase(Locale.ROOT) : null));
      case "trim" -> Optional.of(text(argument, Functions::trimmed));
      case "abs" -> Optional.of(number(argument, Functions::absolute));
      default -> Optional.empty();
    };
  }

  /** What is made of a text; null stands for unsure. */
  private interface OfText {
    @Nullable Object of(String text);
  }

  private static Term text(Term argument, OfText function) {
    return row -> {
      Object value = argument.of(row);
      if (value == null) {
        return null;
      }
      Object result = value instanceof String text ? function.of(text) : null;
      return result == null ? Term.UNSURE : result;
    };
  }

  private static boolean ascii(String text) {
    return text.chars().allMatch(c -> c < 0x80);
  }

  private static String trimmed(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && text.charAt(start) == ' ') {
      start++;
    }
    while (end > start && text.charAt(end - 1) == ' ') {
      end--;
    }
    return text.substring(start, end);
  }

  private static @Nullable Object firstPresent(List<Term> arguments, @Nullable Object[] row) {
    for (Term argument : arguments) {
      Object value = argument.of(row);
      if (value != null) {
        return value;
      }
    }
    return null;
  }

  private static Term number(Term argument, UnaryOperator<Object> function) {
    return row -> {
      Object value = argument.of(row);
      return value == null ? null : function.apply(value);
    };
  }

  private static Object absolute(Object value) {
    return switch (value) {
      case Long number when number != Long.MIN_VALUE -> Math.abs(number);
      case BigDecimal number -> number.abs();
      case Double number -> Math.abs(number);
      default -> Term.UNSURE;
    };
  }

  static Term negated(Term argument) {
    return number(
        argument,
        value ->
            switch (value) {
              case Long number when number != Long.MIN_VALUE -> -number;
              case BigDecimal number -> number.negate();
              case Double number -> -number;
              default -> Term.UNSURE;
            });
  }

  /** Arithmetic of whole numbers: anything else is rounded by some databases and not by others. */
  static Term arithmetic(Term a, Term b, LongBinaryOperator operator) {
    return row -> {
      Object left = a.of(row);
      Object right = b.of(row);
      if (left == null || right == null) {
        return null;
      }
      if (left instanceof Long x && right instanceof Long y) {
        try {
          return operator.applyAsLong(x, y);
        } catch (ArithmeticException e) {
          return Term.UNSURE;
        }
      }
      return Term.UNSURE;
    };
  }
}
