package org.sqlxos.security.internal.admit;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.temporal.Temporal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sqlxos.catalog.api.Column;
import org.sqlxos.catalog.api.Relation;
import org.sqlxos.catalog.api.Table;
import org.sqlxos.operation.api.Earlier;
import org.sqlxos.operation.api.Filter;
import org.sqlxos.operation.api.Filter.Comparison;
import org.sqlxos.security.internal.condition.Binding;
import org.sqlxos.type.api.UniversalType;

/**
 * The values that a row will have after a write, as far as they are known before. Conditions on
 * them have three answers: yes, no and unsure, and unsure permits nothing. Two texts that differ
 * are unsure where a database might take them for the same, whatever its collation.
 */
final class KnownRow {

  private final Relation relation;
  private final Map<String, @Nullable Object> values = new HashMap<>();
  private final boolean complete;

  /**
   * @param complete whether the row is new, so that what is not given is NULL or a default
   */
  KnownRow(
      Relation relation,
      List<String> columns,
      List<? extends @Nullable Object> row,
      boolean complete) {
    this.relation = relation;
    this.complete = complete;
    for (int i = 0; i < columns.size(); i++) {
      values.put(columns.get(i), row.get(i));
    }
  }

  /** Whether the write decides about the column, or the database does because of it. */
  boolean decides(String column) {
    return complete
        || values.containsKey(column)
        || relation
            .column(column)
            .filter(found -> found.origin() == Column.Origin.GENERATED)
            .isPresent();
  }

  /** The value; empty if it is NULL, or not known before the row is there. */
  Optional<Object> value(String column) {
    return Optional.ofNullable(values.get(column)).filter(KnownRow::plain);
  }

  /**
   * The same, or where it comes from within the request: enough to ask a question with, not to
   * compare it.
   */
  Optional<Object> reference(String column) {
    return Optional.ofNullable(values.get(column))
        .filter(value -> plain(value) || value instanceof Earlier);
  }

  /** Whether the column can have the value that is given. */
  boolean fits(String column) {
    return value(column).flatMap(value -> Binding.fit(relation, column, value)).isPresent()
        || values.get(column) instanceof Earlier;
  }

  /** Not one that only the database knows, as a default or a key that it makes. */
  private static boolean plain(Object value) {
    return value instanceof CharSequence
        || value instanceof Number
        || value instanceof Boolean
        || value instanceof UUID
        || value instanceof Temporal;
  }

  /** Whether the column will be NULL; empty if unsure. */
  Optional<Boolean> isNull(String column) {
    if (values.containsKey(column)) {
      Object value = values.get(column);
      return value == null ? Optional.of(true) : Optional.of(false).filter(ignored -> plain(value));
    }
    // What a view leaves out gets the default of a table behind it, which the view does not show.
    boolean empty =
        complete
            && relation instanceof Table
            && relation
                .column(column)
                .filter(
                    found ->
                        found.origin() == Column.Origin.STORED
                            && found.defaultExpression().isEmpty())
                .isPresent();
    return empty ? Optional.of(true) : Optional.empty();
  }

  /** Whether a condition on one column that the write decides about will hold. */
  Optional<Boolean> holds(Filter leaf) {
    return switch (leaf) {
      case Filter.Compare compare ->
          value(compare.column())
              .flatMap(
                  value ->
                      compared(
                          type(compare.column()), value, compare.comparison(), compare.value()));
      case Filter.In in -> in(in);
      case Filter.IsNull isNull -> isNull(isNull.column());
      case Filter.Like _, Filter.And _, Filter.Or _, Filter.Not _, Filter.Related _ ->
          Optional.empty();
    };
  }

  private Optional<Boolean> in(Filter.In in) {
    boolean unsure = value(in.column()).isEmpty();
    for (Object each : in.values()) {
      Optional<Boolean> same = holds(new Filter.Compare(in.column(), Comparison.EQUAL, each));
      if (same.isPresent() && same.get()) {
        return same;
      }
      unsure |= same.isEmpty();
    }
    return unsure ? Optional.empty() : Optional.of(false);
  }

  private UniversalType type(String column) {
    return relation.column(column).map(Column::type).orElse(UniversalType.NEVER);
  }

  private static Optional<Boolean> compared(
      UniversalType type, Object given, Comparison comparison, Object wanted) {
    return switch (type) {
      case UniversalType.IntegerType _ -> numbers(given.toString(), comparison, wanted.toString());
      case UniversalType.DecimalType decimal ->
          rounded(decimal, given.toString())
              ? Optional.empty()
              : numbers(given.toString(), comparison, wanted.toString());
      case UniversalType.TextType _, UniversalType.EnumType _ ->
          texts(given.toString(), comparison, wanted.toString());
      case UniversalType.Simple simple
          when simple == UniversalType.Simple.BOOLEAN || simple == UniversalType.Simple.UUID ->
          texts(given.toString(), comparison, wanted.toString());
      // Moments and the like have more than one spelling, and floats are rounded.
      default ->
          given.toString().equals(wanted.toString())
              ? texts(given.toString(), comparison, wanted.toString())
              : Optional.empty();
    };
  }

  /** Whether the column keeps another number than is given. */
  private static boolean rounded(UniversalType.DecimalType type, String given) {
    try {
      return type.scale() != UniversalType.UNBOUNDED
          && new BigDecimal(given).stripTrailingZeros().scale() > type.scale();
    } catch (NumberFormatException e) {
      return true;
    }
  }

  private static Optional<Boolean> numbers(String given, Comparison comparison, String wanted) {
    try {
      int order = new BigDecimal(given).compareTo(new BigDecimal(wanted));
      return Optional.of(
          switch (comparison) {
            case EQUAL -> order == 0;
            case NOT_EQUAL -> order != 0;
            case LESS -> order < 0;
            case LESS_OR_EQUAL -> order <= 0;
            case GREATER -> order > 0;
            case GREATER_OR_EQUAL -> order >= 0;
          });
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Optional<Boolean> texts(String given, Comparison comparison, String wanted) {
    boolean same = given.equals(wanted);
    if (!same && folded(given).equals(folded(wanted))) {
      return Optional.empty();
    }
    return switch (comparison) {
      case EQUAL -> Optional.of(same);
      case NOT_EQUAL -> Optional.of(!same);
      case LESS_OR_EQUAL, GREATER_OR_EQUAL -> same ? Optional.of(true) : Optional.empty();
      case LESS, GREATER -> same ? Optional.of(false) : Optional.empty();
    };
  }

  private static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKD)
        .replaceAll("[\\p{M}\\p{C}\\s]", "")
        .toLowerCase(Locale.ROOT);
  }
}
