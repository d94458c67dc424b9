package org.sqlxos.contracts.internal.check;

import org.jspecify.annotations.Nullable;
import org.sqlxos.contracts.internal.report.Place;
import org.sqlxos.contracts.internal.value.Coercion;
import org.sqlxos.contracts.internal.value.Source;
import org.sqlxos.type.api.UniversalType;
import org.sqlxos.type.api.UniversalType.DecimalType;
import org.sqlxos.type.api.UniversalType.EnumType;
import org.sqlxos.type.api.UniversalType.FloatType;
import org.sqlxos.type.api.UniversalType.IntegerType;
import org.sqlxos.type.api.UniversalType.TextType;

/** The value of a DEFAULT that is a literal. */
final class DefaultLiteral {

  /** Refusals of a default interest nobody: the value is unsure then. */
  private static final Place NOWHERE =
      new Place() {
        @Override
        public Object refuse(String rule, String message) {
          return REFUSED;
        }

        @Override
        public void enter(int element) {}

        @Override
        public void leave() {}
      };

  private DefaultLiteral() {}

  static @Nullable Object value(String expression, UniversalType type) {
    String literal = expression.strip();
    if (literal.equalsIgnoreCase("NULL")) {
      return null;
    }
    return switch (type) {
      case IntegerType ignored -> coerced(literal, type);
      case DecimalType ignored -> coerced(literal, type);
      case FloatType ignored -> coerced(literal, type);
      case TextType ignored -> text(literal, type);
      case EnumType ignored -> text(literal, type);
      default -> Term.UNSURE;
    };
  }

  private static Object text(String literal, UniversalType type) {
    boolean plain =
        literal.length() >= 2
            && literal.startsWith("'")
            && literal.endsWith("'")
            && literal.indexOf('\\') < 0;
    if (!plain) {
      return Term.UNSURE;
    }
    String inner = literal.substring(1, literal.length() - 1);
    String text = inner.replace("''", "'");
    // A single quote inside would end the literal: then it is an expression.
    return inner.replace("''", "").indexOf('\'') < 0 ? coerced(text, type) : Term.UNSURE;
  }

  private static Object coerced(String literal, UniversalType type) {
    Object value = Coercion.coerce(literal, type, Source.FILTER, NOWHERE);
    return value == Place.REFUSED ? Term.UNSURE : value;
  }
}
