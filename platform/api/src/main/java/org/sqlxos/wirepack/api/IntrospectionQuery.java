package org.sqlxos.wirepack.api;

/**
 * The questions that a pack answers with a statement of its database's own language. Each gives the
 * columns named here, in this order; rows come sorted by their leading names and ordinals, so that
 * a model can be built while they stream.
 */
public enum IntrospectionQuery {
  /** One row: {@code version}, the server's version. */
  VERSION,
  /**
   * One row, one column: a value that differs after the schema has changed. It is asked every
   * second or so and has to be cheap.
   */
  CHANGE_PROBE,
  /**
   * {@code schema, name, kind, definition, options, comment}. Kind is {@code table} or {@code
   * view}; definition is the DDL or NULL; options is a comma-separated list or NULL.
   */
  RELATIONS,
  /**
   * {@code schema, relation, name, native_type, nullable, origin, default_expression, comment}.
   * Nullable is 0 or 1; origin is {@code stored}, {@code identity} or {@code generated}.
   */
  COLUMNS,
  /**
   * {@code schema, relation, name, kind, column}. Kind is {@code primary} or {@code unique}; one
   * row a column; name may be NULL.
   */
  KEYS,
  /**
   * {@code schema, relation, name, column, target_schema, target_relation, target_column,
   * on_delete, on_update}. One row a column; target_column may be NULL: the target's primary key;
   * actions in SQL's words.
   */
  FOREIGN_KEYS,
  /**
   * {@code schema, relation, name, is_unique, column, descending, predicate}. One row a part;
   * column is NULL for an expression.
   */
  INDEXES,
  /**
   * {@code schema, relation, name, expression}. A pack without this statement has its checks read
   * from the DDL in {@link #RELATIONS}.
   */
  CHECKS
}
