package org.sqlxos.catalog.api;

/**
 * The name of a table or view, exactly as the database keeps it, unquoted.
 *
 * @param schema the schema, for instance {@code main} or {@code public}; empty for the one that the
 *     connection is in
 * @param name the name within the schema
 */
public record RelationName(String schema, String name) {
  @Override
  public String toString() {
    return schema.isEmpty() ? name : schema + "." + name;
  }
}
