package org.sqlxos.catalog.internal.introspect;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sqlxos.catalog.api.RelationName;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.wirepack.api.IntrospectionQuery;

/**
 * One row of the answer to a question, everything as text.
 *
 * @param values in the order that {@link IntrospectionQuery} gives
 */
record Row(IntrospectionQuery query, List<Optional<String>> values) {

  Row {
    values = List.copyOf(values);
  }

  Optional<String> optional(int column) {
    return values.get(column);
  }

  String text(int column) {
    return optional(column).orElseThrow(() -> unknown(column, "is NULL and must not be"));
  }

  boolean flag(int column) {
    return switch (text(column).toLowerCase(Locale.ROOT)) {
      case "1", "true", "t", "yes" -> true;
      case "0", "false", "f", "no" -> false;
      default -> throw unknown(column, "is \"" + text(column) + "\"; 0 or 1 expected");
    };
  }

  /** A word that names a constant. */
  <E extends Enum<E>> E choice(int column, Class<E> constants) {
    for (E constant : constants.getEnumConstants()) {
      if (constant.name().toLowerCase(Locale.ROOT).equals(text(column))) {
        return constant;
      }
    }
    throw unknown(
        column,
        "is \"%s\"; one of %s expected"
            .formatted(text(column), Arrays.toString(constants.getEnumConstants())));
  }

  /** The relation that all rows but those of single values begin with. */
  RelationName relation() {
    return new RelationName(text(0), text(1));
  }

  ProblemException unknown(int column, String what) {
    return CatalogProblem.ANSWER_UNKNOWN.problem(
        "Column %d of a row of the pack's statement %s %s.".formatted(column + 1, query, what));
  }
}
