package org.sqlxos.rest.internal.request;

import java.util.List;
import java.util.stream.Collectors;
import org.sqlxos.operation.api.Filter;
import org.sqlxos.operation.api.Filter.Comparison;

/** Writes filters in the language of the query string. */
final class FilterText {

  private FilterText() {}

  static String group(List<Filter> parts) {
    return parts.stream().map(part -> write(part, "")).collect(Collectors.joining(",", "(", ")"));
  }

  private static String write(Filter filter, String not) {
    return switch (filter) {
      case Filter.And and -> not + "and" + group(and.parts());
      case Filter.Or or -> not + "or" + group(or.parts());
      case Filter.Not inner -> write(inner.part(), "not.");
      case Filter.Compare compare ->
          quote(compare.column())
              + '.'
              + not
              + word(compare.comparison())
              + '.'
              + quote(compare.value().toString());
      case Filter.Like like ->
          quote(like.column())
              + '.'
              + not
              + (like.ignoreCase() ? "ilike." : "like.")
              + quote(like.pattern());
      case Filter.In in ->
          quote(in.column())
              + '.'
              + not
              + "in."
              + in.values().stream()
                  .map(value -> quote(value.toString()))
                  .collect(Collectors.joining(",", "(", ")"));
      case Filter.IsNull isNull -> quote(isNull.column()) + '.' + not + "is.null";
      case Filter.Related ignored -> throw new IllegalArgumentException("no caller writes these");
    };
  }

  private static String word(Comparison comparison) {
    return switch (comparison) {
      case EQUAL -> "eq";
      case NOT_EQUAL -> "ne";
      case LESS -> "lt";
      case LESS_OR_EQUAL -> "lte";
      case GREATER -> "gt";
      case GREATER_OR_EQUAL -> "gte";
    };
  }

  private static String quote(String text) {
    boolean plain = !text.isEmpty() && text.chars().noneMatch(c -> ".,()\"".indexOf(c) >= 0);
    return plain ? text : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
