package org.sqlxos.wirepack.api;

import java.util.Arrays;
import java.util.List;
import org.sqlxos.operation.api.ResultColumn;
import org.sqlxos.type.api.UniversalType;

/**
 * The questions about a database's schema, see {@link Session#describe}. Each gives the columns
 * named here, in this order; rows come sorted by their leading names and ordinals, so that a model
 * can be built while they stream.
 */
public enum IntrospectionQuery {
  /** One row: {@code version}, the server's version. */
  VERSION("version"),
  /**
   * One row, one column: a value that differs after the schema has changed. It is asked every
   * second or so and has to be cheap.
   */
  CHANGE_PROBE("probe"),
  /**
   * {@code schema, name, kind, definition, options, comment}. Kind is {@code table} or {@code
   * view}; definition is the DDL or NULL; options is a comma-separated list or NULL. Those of a
   * view have {@code insert}, {@code update} and {@code delete} where its rows can be changed like
   * that.
   */
  RELATIONS("schema", "name", "kind", "definition", "options", "comment"),
  /**
   * {@code schema, relation, name, native_type, nullable, origin, default_expression, comment}.
   * Nullable is 0 or 1; origin is {@code stored}, {@code identity} or {@code generated}.
   */
  COLUMNS(
      "schema",
      "relation",
      "name",
      "native_type",
      "nullable",
      "origin",
      "default_expression",
      "comment"),
  /**
   * {@code schema, relation, name, kind, column}. Kind is {@code primary} or {@code unique}; one
   * row a column; name may be NULL.
   */
  KEYS("schema", "relation", "name", "kind", "column"),
  /**
   * {@code schema, relation, name, column, target_schema, target_relation, target_column,
   * on_delete, on_update}. One row a column; target_column may be NULL: the target's primary key;
   * actions in SQL's words.
   */
  FOREIGN_KEYS(
      "schema",
      "relation",
      "name",
      "column",
      "target_schema",
      "target_relation",
      "target_column",
      "on_delete",
      "on_update"),
  /**
   * {@code schema, relation, name, is_unique, column, descending, predicate}. One row a part;
   * column is NULL for an expression.
   */
  INDEXES("schema", "relation", "name", "is_unique", "column", "descending", "predicate"),
  /**
   * {@code schema, relation, name, expression}. A pack without this statement has its checks read
   * from the DDL in {@link #RELATIONS}.
   */
  CHECKS("schema", "relation", "name", "expression"),
  /**
   * {@code schema, relation, name, column, row_key}: what is made for being searched. One row a
   * column; row_key is the column of the relation that rows are found by where the index is a
   * table, else NULL. A pack without this statement has nothing that is.
   */
  TEXT_INDEXES("schema", "relation", "name", "column", "row_key"),
  /**
   * {@code schema, name, specific, kind, shape, writes, comment}. Functions and procedures that can
   * be called with named arguments. Specific tells those of one name apart; kind is {@code
   * function} or {@code procedure}; shape is {@code nothing}, {@code value}, {@code row} or {@code
   * rows}; writes is 0 or 1. A pack without this statement has none.
   */
  ROUTINES("schema", "name", "specific", "kind", "shape", "writes", "comment"),
  /**
   * {@code schema, routine, specific, direction, name, native_type, type, optional}. Direction is
   * {@code in}, {@code out} or {@code inout} for an argument, {@code column} for a column of what
   * is answered; the native type is as in {@link #COLUMNS}, type is as a statement names it;
   * optional is 0 or 1.
   */
  PARAMETERS(
      "schema", "routine", "specific", "direction", "name", "native_type", "type", "optional");

  private final List<ResultColumn> columns;

  IntrospectionQuery(String... columns) {
    this.columns =
        Arrays.stream(columns).map(name -> new ResultColumn(name, UniversalType.ANY)).toList();
  }

  /** The columns of the answer, of whichever type the database says them in. */
  public List<ResultColumn> columns() {
    return columns;
  }
}
