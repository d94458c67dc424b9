package org.sqlxos.wirepack.redis.internal;

import java.util.List;
import java.util.Locale;
import org.sqlxos.dialect.api.PlanRefusal;

/**
 * The tables that the key space is shown as: one for each kind of key.
 *
 * @see <a href="https://redis.io/docs/latest/develop/data-types/">data types</a>
 */
enum KeyTable {
  STRINGS("string", 1, "key", "value", "ttl"),
  HASHES("hash", 2, "key", "field", "value"),
  LISTS("list", 2, "key", "index", "value"),
  SETS("set", 2, "key", "member"),
  SORTED_SETS("zset", 2, "key", "member", "score"),
  STREAMS("stream", 2, "key", "id", "fields");

  private final String kind;
  private final int keyColumns;
  private final List<String> columns;

  KeyTable(String kind, int keyColumns, String... columns) {
    this.kind = kind;
    this.keyColumns = keyColumns;
    this.columns = List.of(columns);
  }

  static KeyTable of(String name) {
    for (KeyTable table : values()) {
      if (table.name().toLowerCase(Locale.ROOT).equals(name)) {
        return table;
      }
    }
    throw PlanRefusal.NOT_SAID.problem("There is no table \"%s\"".formatted(name));
  }

  /** As the command TYPE names it. */
  String kind() {
    return kind;
  }

  /** In the order in which the pack's programs give and take them. */
  List<String> columns() {
    return columns;
  }

  /** The primary key: the key itself, and what tells its members apart. */
  List<String> identity() {
    return columns.subList(0, keyColumns);
  }

  /** Whether a column may have no value. */
  static boolean nullable(String column) {
    return column.equals("ttl");
  }

  /** Whether the database gives a value where none is given. */
  static boolean given(String column) {
    return nullable(column) || column.equals("index") || column.equals("id");
  }

  /** Whether rows can be changed. */
  boolean changeable() {
    return this != STREAMS && this != SETS;
  }
}
