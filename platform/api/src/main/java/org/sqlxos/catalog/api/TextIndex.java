package org.sqlxos.catalog.api;

import java.util.List;
import java.util.Optional;

/**
 * Something that is made for looking for words: a column of documents, an index of texts, a table
 * that indexes another. Its relation is searched in these columns, and in no others.
 *
 * @param name unique within the relation; the table's name where it is one of the same schema
 * @param columns what is searched, all together; at least one
 * @param rowKey the column of the relation that the rows of such a table are found by; empty where
 *     it is no table. It may be one that is in no list of columns, like SQLite's {@code rowid}
 */
public record TextIndex(String name, List<String> columns, Optional<String> rowKey) {

  public TextIndex {
    columns = List.copyOf(columns);
    if (columns.isEmpty()) {
      throw new IllegalArgumentException("text index \"" + name + "\" has no columns");
    }
  }
}
