package org.sqlxos.shop;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ShopGeneratorTest {

  private static final Set<String> DECLARED_TYPES =
      Set.of(
          "TINYINT",
          "SMALLINT",
          "INTEGER",
          "BIGINT",
          "DECIMAL(10,2)",
          "REAL",
          "DOUBLE",
          "VARCHAR(120)",
          "TEXT",
          "BLOB",
          "BOOLEAN",
          "DATE",
          "TIME",
          "TIMESTAMP",
          "TIMESTAMPTZ",
          "INTERVAL",
          "UUID",
          "JSON",
          "TEXT ARRAY");

  @TempDir static Path directory;
  private static Path file;

  @BeforeAll
  static void generate() throws Exception {
    file = directory.resolve("shop.db");
    ShopGenerator.main(file.toString());
  }

  @Test
  void holdsManyRowsInASmallFile() throws Exception {
    long rows = 0;
    try (Connection connection = open(file)) {
      List<String> tables = tables(connection);
      assertTrue(tables.size() >= 15, tables::toString);
      for (String table : tables) {
        long count = number(connection, "SELECT count(*) FROM \"" + table + '"');
        assertTrue(count > 0, table + " is empty");
        rows += count;
      }
    }
    assertTrue(rows >= 20_000, "rows: " + rows);
    assertTrue(Files.size(file) < 8_000_000, "bytes: " + Files.size(file));
  }

  @Test
  void keepsItsOwnRules() throws Exception {
    try (Connection connection = open(file)) {
      assertEquals(List.of(), texts(connection, "PRAGMA foreign_key_check"));
      assertEquals(List.of("ok"), texts(connection, "PRAGMA integrity_check"));
    }
  }

  @Test
  void writesTheSameRowsAgain() throws Exception {
    Path again = directory.resolve("again.db");
    ShopGenerator.generate(again);
    assertEquals(hash(file), hash(again));
  }

  @Test
  void replacesAnExistingFile() throws Exception {
    Path existing = directory.resolve("existing.db");
    Files.writeString(existing, "no database");
    ShopGenerator.generate(existing);
    assertEquals(hash(file), hash(existing));
  }

  @Test
  void declaresEveryTypeOfTheModel() throws Exception {
    Set<String> declared = new TreeSet<>();
    try (Connection connection = open(file)) {
      for (String table : tables(connection)) {
        declared.addAll(texts(connection, "SELECT type FROM pragma_table_xinfo('" + table + "')"));
      }
      assertTrue(declared.containsAll(DECLARED_TYPES), declared::toString);
      assertTrue(
          number(connection, "SELECT count(*) FROM sqlite_schema WHERE sql LIKE '%status IN (%'")
              > 0);
    }
  }

  @Test
  void storesValuesInTheFormsThatTheirTypesAskFor() throws Exception {
    String zoned = "'[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9]";
    assertNone("orders WHERE placed_at NOT GLOB " + zoned + "+00:00'");
    assertNone("reviews WHERE written_at NOT GLOB " + zoned + "'");
    assertNone("products WHERE typeof(price) NOT IN ('integer', 'real')");
    assertNone("products WHERE warranty NOT GLOB 'P[0-9]*Y'");
    assertNone("products WHERE json_type(colors) <> 'array'");
    assertNone("customers WHERE typeof(newsletter) <> 'integer'");
    assertNone("payments WHERE id NOT GLOB '????????-????-4???-[89ab]???-????????????'");
    assertNone("warehouses WHERE opens_at NOT GLOB '[0-2][0-9]:[0-5][0-9]:00'");
    assertNone("products WHERE margin <> round(price - cost, 2)");
  }

  @Test
  void refusesRowsThatBreakItsRules() throws Exception {
    try (Connection connection = open(file)) {
      for (String statement :
          List.of(
              "UPDATE products SET price = -1 WHERE id = 1",
              "UPDATE order_items SET quantity = 101 WHERE order_id = 1",
              "UPDATE reviews SET rating = 6 WHERE id = 1",
              "UPDATE orders SET status = 'lost' WHERE id = 1",
              "UPDATE customers SET email = (SELECT upper(email) FROM customers WHERE id = 2)"
                  + " WHERE id = 1",
              "UPDATE exchange_rates SET per_euro = 'much'",
              "UPDATE addresses SET is_default = 1",
              "DELETE FROM categories WHERE id = 1")) {
        assertThrows(SQLException.class, () -> execute(connection, statement), statement);
      }
    }
  }

  @Test
  void answersFromItsViews() throws Exception {
    for (String view : List.of("order_totals", "top_products", "low_stock", "category_paths")) {
      try (Connection connection = open(file)) {
        assertTrue(number(connection, "SELECT count(*) FROM " + view) > 20, view);
      }
    }
    assertNone(
        "payments p JOIN order_totals t ON t.order_id = p.order_id"
            + " WHERE abs(p.amount - t.total) > 0.005");
  }

  @Test
  void holdsNamesOfManyLanguages() throws Exception {
    try (Connection connection = open(file)) {
      List<String> names = texts(connection, "SELECT DISTINCT full_name FROM customers");
      assertTrue(names.stream().anyMatch(name -> name.startsWith("佐藤 ")), "family name first");
      assertTrue(names.stream().anyMatch(name -> name.endsWith(" Müller")));
      assertTrue(names.stream().anyMatch(name -> name.contains("Шевченко")));
      assertTrue(names.stream().anyMatch(name -> name.contains("O'Connor")));
    }
  }

  @Test
  void holdsPicturesThatCanBeDecoded() throws Exception {
    try (Connection connection = open(file);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT thumbnail FROM products")) {
      while (rows.next()) {
        var image = ImageIO.read(new ByteArrayInputStream(rows.getBytes(1)));
        assertNotNull(image);
        assertEquals(16, image.getWidth());
        assertEquals(image.getRGB(0, 5), image.getRGB(15, 5), "mirrored");
      }
    }
  }

  @Test
  void numbersProductsWithAValidCheckDigit() {
    long ean = ProductRows.ean(600);
    int sum = 0;
    for (int position = 0; position < 13; position++) {
      sum += (int) (ean % 10) * (position % 2 == 0 ? 1 : 3);
      ean /= 10;
    }
    assertEquals(0, sum % 10);
  }

  @Test
  void spellsNamesForMailAddresses() {
    assertArrayEquals(
        new String[] {"grosskothe", "oyvind", "wojcik", "oconnor"},
        new String[] {
          CustomerRows.latin("Groß-Köthe"),
          CustomerRows.latin("Øyvind"),
          CustomerRows.latin("Wójcik"),
          CustomerRows.latin("O'Connor")
        });
  }

  @Test
  void leavesOneFileInWriteAheadMode() throws Exception {
    try (Connection connection = open(file)) {
      assertEquals(List.of("wal"), texts(connection, "PRAGMA journal_mode"));
    }
    Path fresh = directory.resolve("fresh.db");
    ShopGenerator.generate(fresh);
    assertFalse(Files.exists(directory.resolve("fresh.db-wal")));
    assertFalse(Files.exists(directory.resolve("fresh.db-shm")));
  }

  private static void assertNone(String fromWhere) throws SQLException {
    try (Connection connection = open(file)) {
      assertEquals(0, number(connection, "SELECT count(*) FROM " + fromWhere), fromWhere);
    }
  }

  private static Connection open(Path database) throws SQLException {
    Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
    execute(connection, "PRAGMA foreign_keys = ON");
    return connection;
  }

  private static List<String> tables(Connection connection) throws SQLException {
    return texts(
        connection,
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%'"
            + " ESCAPE '\\' ORDER BY name");
  }

  private static String hash(Path database) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    try (Connection connection = open(database);
        Statement statement = connection.createStatement()) {
      for (String table : tables(connection)) {
        try (ResultSet rows = statement.executeQuery("SELECT * FROM \"" + table + '"')) {
          int columns = rows.getMetaData().getColumnCount();
          while (rows.next()) {
            for (int column = 1; column <= columns; column++) {
              byte[] bytes = rows.getBytes(column);
              digest.update(bytes == null ? new byte[] {0} : bytes);
              digest.update("|".getBytes(StandardCharsets.UTF_8));
            }
          }
        }
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static long number(Connection connection, String sql) throws SQLException {
    return Long.parseLong(texts(connection, sql).getFirst());
  }

  private static List<String> texts(Connection connection, String sql) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
    }
    return texts;
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
