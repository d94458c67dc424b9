package org.sqlxos.rest.internal.request;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sqlxos.catalog.api.Column;
import org.sqlxos.catalog.api.Relation;
import org.sqlxos.operation.api.Default;
import org.sqlxos.problem.api.Problem;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.problem.api.Violation;
import org.sqlxos.type.api.UniversalType.Simple;

/**
 * The values that a PUT gives a row: those of the body, and the default for every other column that
 * can be written. The key stays: the body may repeat it, but not change it.
 */
public final class Replacement {

  private Replacement() {}

  /** The new values by column, without the key's. */
  public static Map<String, @Nullable Object> of(
      Relation relation, RowKey key, Map<String, @Nullable Object> body) {
    requireSameKey(relation, key, body);
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    for (Column column : relation.columns()) {
      boolean settable = column.origin() == Column.Origin.STORED;
      if (settable && !body.containsKey(column.name())) {
        values.put(column.name(), Default.DEFAULT);
      }
    }
    values.putAll(body);
    key.columns().forEach(values::remove);
    return values;
  }

  /** The row that a PUT makes; none where the database gives keys itself. */
  public static Optional<Map<String, @Nullable Object>> made(
      Relation relation, RowKey key, Map<String, @Nullable Object> body) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>(body);
    for (int i = 0; i < key.columns().size(); i++) {
      Column column = relation.column(key.columns().get(i)).orElseThrow();
      if (column.origin() != Column.Origin.STORED) {
        return Optional.empty();
      }
      row.putIfAbsent(column.name(), TextValue.of(column.type(), key.values().get(i)));
    }
    return Optional.of(row);
  }

  private static void requireSameKey(
      Relation relation, RowKey key, Map<String, @Nullable Object> body) {
    List<Violation> violations = new ArrayList<>();
    for (int i = 0; i < key.columns().size(); i++) {
      String name = key.columns().get(i);
      if (body.containsKey(name)
          && !same(relation.column(name).orElseThrow(), key.values().get(i), body.get(name))) {
        violations.add(
            new Violation(
                "/" + name.replace("~", "~0").replace("/", "~1"),
                "read-only",
                "the key's value in the path expected"));
      }
    }
    if (!violations.isEmpty()) {
      throw new ProblemException(
          Problem.of(RestProblem.KEY_DIFFERS, "the body has another key than the path")
              .withHint("leave the key out of the body, or use PATCH to change it")
              .withViolations(violations));
    }
  }

  private static boolean same(Column column, String inPath, @Nullable Object inBody) {
    return switch (inBody) {
      case null -> false;
      case Long number -> sameNumber(inPath, BigDecimal.valueOf(number));
      case BigDecimal number -> sameNumber(inPath, number);
      case String text when column.type() == Simple.UUID -> text.equalsIgnoreCase(inPath);
      default -> Objects.toString(inBody).equals(inPath);
    };
  }

  private static boolean sameNumber(String inPath, BigDecimal number) {
    try {
      return new BigDecimal(inPath).compareTo(number) == 0;
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
