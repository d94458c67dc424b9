package org.sqlxos.catalog.internal.listen;

import java.util.List;
import java.util.Optional;
import org.sqlxos.catalog.api.Change;
import org.sqlxos.catalog.api.RelationName;

/**
 * The payload of a notification, read; see {@link org.sqlxos.wirepack.api.ChangeCapture}.
 *
 * @param change absent where it does not say which row
 */
record ToldChange(RelationName relation, Optional<Change> change) {

  private static final String SEPARATOR = "\u001f";

  /**
   * Reads a payload.
   *
   * @return empty if it is none of ours: anybody can notify
   */
  static Optional<ToldChange> read(String payload) {
    List<String> parts = List.of(payload.split(SEPARATOR, -1));
    if (parts.size() < 3) {
      return Optional.empty();
    }
    RelationName relation = new RelationName(parts.get(1), parts.get(2));
    List<String> key = parts.subList(3, parts.size());
    Optional<Change> change =
        switch (parts.getFirst()) {
          case "insert" -> Optional.of(new Change(Change.Kind.INSERT, key));
          case "update" -> Optional.of(new Change(Change.Kind.UPDATE, key));
          case "delete" -> Optional.of(new Change(Change.Kind.DELETE, key));
          default -> Optional.empty();
        };
    return Optional.of(new ToldChange(relation, change.filter(told -> !key.isEmpty())));
  }
}
