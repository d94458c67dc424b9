package org.sqlxos.catalog.api;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A base table.
 *
 * @param primaryKey the primary key, if it has one
 * @param uniqueKeys unique constraints other than the primary key, among them unique indexes that
 *     cover whole columns without a predicate
 * @param options properties in lower case that only some databases have, for instance {@code
 *     strict} and {@code without-rowid}
 */
public record Table(
    RelationName name,
    List<Column> columns,
    Optional<Key> primaryKey,
    List<Key> uniqueKeys,
    List<ForeignKey> foreignKeys,
    List<Check> checks,
    List<Index> indexes,
    Set<String> options,
    Optional<String> comment,
    List<TextIndex> textIndexes)
    implements Relation {

  public Table {
    columns = List.copyOf(columns);
    uniqueKeys = List.copyOf(uniqueKeys);
    foreignKeys = List.copyOf(foreignKeys);
    checks = List.copyOf(checks);
    indexes = List.copyOf(indexes);
    options = Set.copyOf(options);
    textIndexes = List.copyOf(textIndexes);
  }

  /** A table of which nothing is made for being searched. */
  public Table(
      RelationName name,
      List<Column> columns,
      Optional<Key> primaryKey,
      List<Key> uniqueKeys,
      List<ForeignKey> foreignKeys,
      List<Check> checks,
      List<Index> indexes,
      Set<String> options,
      Optional<String> comment) {
    this(
        name,
        columns,
        primaryKey,
        uniqueKeys,
        foreignKeys,
        checks,
        indexes,
        options,
        comment,
        List.of());
  }
}
