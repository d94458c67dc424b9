package org.sqlxos.catalog.api;

import java.util.List;
import java.util.Optional;

/**
 * A view.
 *
 * @param definition its SQL, where the database shows it
 */
public record View(
    RelationName name, List<Column> columns, Optional<String> definition, Optional<String> comment)
    implements Relation {

  public View {
    columns = List.copyOf(columns);
  }
}
