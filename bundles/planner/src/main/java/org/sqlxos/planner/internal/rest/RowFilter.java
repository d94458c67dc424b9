package org.sqlxos.planner.internal.rest;

import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sqlxos.operation.api.Cursor;
import org.sqlxos.operation.api.Filter;

/**
 * Whether a filter holds of a row, in SQL's three-valued logic: what compares with NULL is neither
 * true nor false.
 */
final class RowFilter {

  private enum Truth {
    FALSE,
    UNKNOWN,
    TRUE
  }

  private final Filter filter;
  private final ToIntFunction<String> columns;

  /**
   * @param columns the places of columns
   */
  RowFilter(Filter filter, ToIntFunction<String> columns) {
    this.filter = filter;
    this.columns = columns;
  }

  boolean holds(Cursor row) {
    return filter.equals(Filter.EVERYTHING) || of(filter, row) == Truth.TRUE;
  }

  private Truth of(Filter part, Cursor row) {
    return switch (part) {
      case Filter.And and -> least(and.parts(), row);
      case Filter.Or or -> most(or.parts(), row);
      case Filter.Not not -> Truth.values()[2 - of(not.part(), row).ordinal()];
      case Filter.Compare compare -> compare(compare, row);
      case Filter.In in -> in(in, row);
      case Filter.Like like -> like(like, row);
      case Filter.IsNull isNull -> truth(value(row, isNull.column()) == null);
      case Filter.Related _ ->
          throw new IllegalStateException("a database without SQL has no relationships");
    };
  }

  private static Truth truth(boolean holds) {
    return holds ? Truth.TRUE : Truth.FALSE;
  }

  private Truth least(List<Filter> parts, Cursor row) {
    Truth least = Truth.TRUE;
    for (Filter part : parts) {
      Truth truth = of(part, row);
      least = truth.compareTo(least) < 0 ? truth : least;
    }
    return least;
  }

  private Truth most(List<Filter> parts, Cursor row) {
    Truth most = Truth.FALSE;
    for (Filter part : parts) {
      Truth truth = of(part, row);
      most = truth.compareTo(most) > 0 ? truth : most;
    }
    return most;
  }

  private @Nullable Object value(Cursor row, String column) {
    return RowValue.of(row, columns.applyAsInt(column));
  }

  private Truth compare(Filter.Compare compare, Cursor row) {
    Object found = value(row, compare.column());
    if (found == null) {
      return Truth.UNKNOWN;
    }
    int order = RowValue.compare(found, compare.value());
    return truth(
        switch (compare.comparison()) {
          case EQUAL -> order == 0;
          case NOT_EQUAL -> order != 0;
          case LESS -> order < 0;
          case LESS_OR_EQUAL -> order <= 0;
          case GREATER -> order > 0;
          case GREATER_OR_EQUAL -> order >= 0;
        });
  }

  private Truth in(Filter.In in, Cursor row) {
    if (in.values().isEmpty()) {
      return Truth.FALSE;
    }
    Object found = value(row, in.column());
    return found == null
        ? Truth.UNKNOWN
        : truth(in.values().stream().anyMatch(value -> RowValue.compare(found, value) == 0));
  }

  private Truth like(Filter.Like like, Cursor row) {
    Object found = value(row, like.column());
    if (found == null) {
      return Truth.UNKNOWN;
    }
    StringBuilder pattern = new StringBuilder();
    String separator = "";
    for (String part : like.pattern().split("\\*", -1)) {
      pattern.append(separator).append(Pattern.quote(fold(part, like.ignoreCase())));
      separator = ".*";
    }
    return truth(
        Pattern.compile(pattern.toString(), Pattern.DOTALL)
            .matcher(fold(found.toString(), like.ignoreCase()))
            .matches());
  }

  private static String fold(String text, boolean ignoreCase) {
    return ignoreCase ? text.toLowerCase(Locale.ROOT) : text;
  }
}
