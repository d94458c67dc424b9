package org.sqlxos.catalog.api;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A view.
 *
 * @param definition its SQL, where the database shows it
 * @param changes how the database lets its rows be changed; without {@link Permission#READ}
 */
public record View(
    RelationName name,
    List<Column> columns,
    Optional<String> definition,
    Set<Permission> changes,
    Optional<String> comment,
    List<TextIndex> textIndexes)
    implements Relation {

  public View {
    columns = List.copyOf(columns);
    changes = Set.copyOf(changes);
    textIndexes = List.copyOf(textIndexes);
  }

  /** A view that is only read, and of which nothing is made for being searched. */
  public View(
      RelationName name,
      List<Column> columns,
      Optional<String> definition,
      Optional<String> comment) {
    this(name, columns, definition, Set.of(), comment, List.of());
  }
}
