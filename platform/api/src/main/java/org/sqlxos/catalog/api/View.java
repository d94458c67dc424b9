package org.sqlxos.catalog.api;

import java.util.List;
import java.util.Optional;

/**
 * A view.
 *
 * @param definition its SQL, where the database shows it
 */
public record View(
    RelationName name,
    List<Column> columns,
    Optional<String> definition,
    Optional<String> comment,
    List<TextIndex> textIndexes)
    implements Relation {

  public View {
    columns = List.copyOf(columns);
    textIndexes = List.copyOf(textIndexes);
  }

  /** A view of which nothing is made for being searched. */
  public View(
      RelationName name,
      List<Column> columns,
      Optional<String> definition,
      Optional<String> comment) {
    this(name, columns, definition, comment, List.of());
  }
}
