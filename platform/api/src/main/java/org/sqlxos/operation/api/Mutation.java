package org.sqlxos.operation.api;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sqlxos.catalog.api.RelationName;

/** A change of one relation's rows. */
public sealed interface Mutation extends Statement {

  RelationName relation();

  /**
   * The columns of the changed rows that are wanted back, as they are after the change; empty if
   * none are: then the outcome is the number of rows.
   */
  List<String> returning();

  @Override
  default boolean writes() {
    return true;
  }

  /**
   * New rows.
   *
   * @param columns the columns that get a value; the others get their default
   * @param rows the values, as many in each row as there are columns
   * @param onConflict what becomes of a row whose key exists already; a refusal where it says
   *     nothing
   * @param places where each row stands in the request, as JSON pointers; empty where the rows are
   *     the request
   */
  record Insert(
      RelationName relation,
      List<String> columns,
      List<List<@Nullable Object>> rows,
      Optional<OnConflict> onConflict,
      List<String> places,
      List<String> returning)
      implements Mutation {
    public Insert {
      columns = List.copyOf(columns);
      rows = rows.stream().map(Mutation::unmodifiable).toList();
      places = List.copyOf(places);
      returning = List.copyOf(returning);
      if (!places.isEmpty() && places.size() != rows.size()) {
        throw new IllegalArgumentException("a place for each row, or none");
      }
    }

    /** Rows that are the request, and new. */
    public Insert(
        RelationName relation,
        List<String> columns,
        List<? extends List<@Nullable Object>> rows,
        List<String> returning) {
      this(relation, columns, List.copyOf(rows), Optional.empty(), List.of(), returning);
    }

    /** The same with another fate of rows whose key exists already. */
    public Insert withOnConflict(OnConflict onConflict) {
      return new Insert(relation, columns, rows, Optional.of(onConflict), places, returning);
    }

    /** The same with other values. */
    public Insert withRows(List<String> columns, List<? extends List<@Nullable Object>> rows) {
      return new Insert(relation, columns, List.copyOf(rows), onConflict, places, returning);
    }
  }

  /**
   * What becomes of a new row whose key exists already.
   *
   * @param key the columns of the key, one of the relation's
   * @param resolution what is done
   * @param filter which of the existing rows may be changed; a row that may not is left as it is
   *     and not returned
   */
  record OnConflict(List<String> key, Resolution resolution, Filter filter) {
    public OnConflict {
      key = List.copyOf(key);
    }
  }

  /** What is done with a row whose key exists already. */
  enum Resolution {
    /** The existing row gets the values. */
    MERGE,
    /** The existing row stays as it is, and is not returned. */
    IGNORE
  }

  /**
   * Other values in existing rows.
   *
   * @param columns the columns that get a value; at least one
   * @param values as many as there are columns
   * @param filter which rows
   * @param place where the values stand in the request, a JSON pointer
   */
  record Update(
      RelationName relation,
      List<String> columns,
      List<@Nullable Object> values,
      Filter filter,
      String place,
      List<String> returning)
      implements Mutation {
    public Update {
      columns = List.copyOf(columns);
      values = unmodifiable(values);
      returning = List.copyOf(returning);
    }

    /** Values that are the request. */
    public Update(
        RelationName relation,
        List<String> columns,
        List<@Nullable Object> values,
        Filter filter,
        List<String> returning) {
      this(relation, columns, values, filter, "", returning);
    }

    /** The same for other rows. */
    public Update withFilter(Filter filter) {
      return new Update(relation, columns, values, filter, place, returning);
    }

    /** The same with other values. */
    public Update withValues(List<String> columns, List<@Nullable Object> values) {
      return new Update(relation, columns, values, filter, place, returning);
    }
  }

  /** Rows taken away. */
  record Delete(RelationName relation, Filter filter, List<String> returning) implements Mutation {
    public Delete {
      returning = List.copyOf(returning);
    }

    /** The same for other rows. */
    public Delete withFilter(Filter filter) {
      return new Delete(relation, filter, returning);
    }
  }

  // List.copyOf refuses nulls, and NULL is a value.
  private static List<@Nullable Object> unmodifiable(List<? extends @Nullable Object> values) {
    return Collections.unmodifiableList(new ArrayList<@Nullable Object>(values));
  }
}
