package org.sqlxos.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The schema and the rows of a database, to see that nothing has changed.
 *
 * @param schema every definition
 * @param rows every row of each table, as SQL literals
 */
record Contents(List<List<String>> schema, Map<String, List<List<String>>> rows) {

  static Contents of(Product product) throws SQLException {
    List<List<String>> schema =
        product.readElsewhere("SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY 1, 2");
    Map<String, List<List<String>>> rows = new TreeMap<>();
    for (List<String> table :
        product.readElsewhere(
            "SELECT name, (SELECT group_concat('quote(\"' || replace(name, '\"', '\"\"') || '\")')"
                + " FROM pragma_table_info(list.name))"
                + " FROM pragma_table_list AS list WHERE schema = 'main' AND type = 'table'")) {
      rows.put(
          table.get(0),
          product.readElsewhere(
              "SELECT %s FROM \"%s\" ORDER BY 1"
                  .formatted(table.get(1), table.get(0).replace("\"", "\"\""))));
    }
    return new Contents(schema, rows);
  }

  /** Requires that nothing has changed, and that the node still serves. */
  void assertUnchanged(Product product) throws SQLException {
    assertEquals(this, of(product));
    Http.Answer users = product.http().get("/api/users?limit=1000");
    assertEquals(200, users.status());
    assertEquals(
        rows.get("users").size(), users.json().at("/pagination/total").asInt(), users::toString);
  }
}
