package org.sqlxos.operation.api;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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
   */
  record Insert(
      RelationName relation,
      List<String> columns,
      List<List<@Nullable Object>> rows,
      List<String> returning)
      implements Mutation {
    public Insert {
      columns = List.copyOf(columns);
      rows = rows.stream().map(Mutation::unmodifiable).toList();
      returning = List.copyOf(returning);
    }
  }

  /**
   * Other values in existing rows.
   *
   * @param columns the columns that get a value; at least one
   * @param values as many as there are columns
   * @param filter which rows
   */
  record Update(
      RelationName relation,
      List<String> columns,
      List<@Nullable Object> values,
      Filter filter,
      List<String> returning)
      implements Mutation {
    public Update {
      columns = List.copyOf(columns);
      values = unmodifiable(values);
      returning = List.copyOf(returning);
    }
  }

  /** Rows taken away. */
  record Delete(RelationName relation, Filter filter, List<String> returning) implements Mutation {
    public Delete {
      returning = List.copyOf(returning);
    }
  }

  // List.copyOf refuses nulls, and NULL is a value.
  private static List<@Nullable Object> unmodifiable(List<? extends @Nullable Object> values) {
    return Collections.unmodifiableList(new ArrayList<@Nullable Object>(values));
  }
}
