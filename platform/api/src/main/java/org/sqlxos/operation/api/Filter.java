package org.sqlxos.operation.api;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sqlxos.catalog.api.Relationship;

/**
 * A condition on the rows of a relation. SQL's three-valued logic holds: a row counts where the
 * filter is true.
 */
public sealed interface Filter {

  /** Every row. */
  Filter EVERYTHING = new And(List.of());

  /** All of {@code parts}; true if there are none. */
  record And(List<Filter> parts) implements Filter {
    public And {
      parts = List.copyOf(parts);
    }
  }

  /** At least one of {@code parts}; false if there are none. */
  record Or(List<Filter> parts) implements Filter {
    public Or {
      parts = List.copyOf(parts);
    }
  }

  /** The opposite. */
  record Not(Filter part) implements Filter {}

  /** A column against a value that is not null. */
  record Compare(String column, Comparison comparison, Object value) implements Filter {}

  /** A column against a list of values, none of them null; false if the list is empty. */
  record In(String column, List<Object> values) implements Filter {
    public In {
      values = List.copyOf(values);
    }
  }

  /**
   * A text against a pattern.
   *
   * @param pattern {@code *} stands for any characters, also none; everything else for itself
   * @param ignoreCase whether upper and lower case letters are the same, as far as the database
   *     knows them
   */
  record Like(String column, String pattern, boolean ignoreCase) implements Filter {}

  /** A column that is NULL. */
  record IsNull(String column) implements Filter {}

  /** A row for which a related row exists that {@code filter} is true of. */
  record Related(Relationship relationship, Filter filter) implements Filter {}

  /** How two values are compared. */
  enum Comparison {
    EQUAL,
    NOT_EQUAL,
    LESS,
    LESS_OR_EQUAL,
    GREATER,
    GREATER_OR_EQUAL
  }

  /**
   * The columns that the filter compares with one value each: no two rows that it lets through
   * differ in them.
   */
  default Set<String> fixedColumns() {
    return switch (this) {
      case Compare(String column, Comparison comparison, Object _)
          when comparison == Comparison.EQUAL ->
          Set.of(column);
      case And(List<Filter> parts) -> {
        Set<String> columns = new HashSet<>();
        parts.forEach(part -> columns.addAll(part.fixedColumns()));
        yield columns;
      }
      default -> Set.of();
    };
  }

  /** Both conditions; the other one where one is {@link #EVERYTHING}. */
  static Filter both(Filter one, Filter other) {
    if (one.equals(EVERYTHING)) {
      return other;
    }
    return other.equals(EVERYTHING) ? one : new And(List.of(one, other));
  }

  /** Each of {@code columns} equal to the value at the same place; NULL where the value is null. */
  static Filter equal(List<String> columns, List<? extends @Nullable Object> values) {
    List<Filter> parts = new ArrayList<>(columns.size());
    for (int i = 0; i < columns.size(); i++) {
      Object value = values.get(i);
      parts.add(
          value == null
              ? new IsNull(columns.get(i))
              : new Compare(columns.get(i), Comparison.EQUAL, value));
    }
    return parts.size() == 1 ? parts.getFirst() : new And(parts);
  }
}
