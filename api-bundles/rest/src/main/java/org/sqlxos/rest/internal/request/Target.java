package org.sqlxos.rest.internal.request;

import java.util.List;
import org.sqlxos.catalog.api.Column;
import org.sqlxos.catalog.api.Relation;
import org.sqlxos.catalog.api.Relationship;
import org.sqlxos.catalog.api.Routine;

/** What a path leads to. */
public sealed interface Target {

  /** The list of databases; the target of {@code /api} where there are several. */
  record Databases() implements Target {}

  /** The list of a database's relations. */
  record Index(Site site) implements Target {}

  /** A database's OpenAPI document. */
  record Document(Site site) implements Target {}

  /** All rows of a relation. */
  record Rows(Site site, Relation relation) implements Target {}

  /** The rows of a relation that have some words. */
  record Search(Site site, Relation relation) implements Target {}

  /** The changes of a relation's rows. */
  record Changes(Site site, Relation relation) implements Target {}

  /** One row of a relation. */
  record Row(Site site, Relation relation, RowKey key) implements Target {}

  /**
   * What the database has stored to be called.
   *
   * @param routines those of the name; at least one
   */
  record Call(Site site, List<Routine> routines) implements Target {
    public Call {
      routines = List.copyOf(routines);
    }
  }

  /**
   * The octets in one column of a row.
   *
   * @param row with the relation and the key
   */
  record Octets(Row row, Column column) implements Target {}

  /**
   * What is related to one row.
   *
   * @param relation the relation of that row
   * @param destination the relation that the relationship leads to
   */
  record Related(
      Site site, Relation relation, RowKey key, Relationship relationship, Relation destination)
      implements Target {}
}
