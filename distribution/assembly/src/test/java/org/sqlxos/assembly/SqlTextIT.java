package org.sqlxos.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlxos.catalog.api.LiveCatalog;
import org.sqlxos.operation.api.Caller;
import org.sqlxos.operation.api.Cursor;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.operation.api.Operation;
import org.sqlxos.operation.api.Outcome;
import org.sqlxos.operation.api.Sql;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.stage.api.Pipeline;
import org.sqlxos.testkit.server.MongodbServer;
import org.sqlxos.testkit.server.RedisServer;

/** The same SQL text on a database that has SQL and on two that have none. */
class SqlTextIT {

  private static final Duration LIMIT = Duration.ofSeconds(30);

  @TempDir private static Path folder;
  private static MongodbServer mongodb;
  private static RedisServer redis;
  private static Product product;

  @BeforeAll
  static void start() throws IOException, SQLException {
    mongodb = MongodbServer.start();
    mongodb
        .database("shop")
        .getCollection("book")
        .insertOne(
            new Document("_id", 1L)
                .append("title", "Dune")
                .append("price", 9.5)
                .append("lent", 1L));
    redis = RedisServer.start();
    Path file = folder.resolve("book.db");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE book (_id INTEGER PRIMARY KEY, title TEXT, price REAL, lent INTEGER)");
      statement.execute("INSERT INTO book VALUES (1, 'Dune', 9.5, 1)");
    }
    product =
        Product.servingUrls(
            Map.of(
                "documents", mongodb.url("shop"), "table", "sqlite:" + file, "keys", redis.url()));
  }

  @AfterAll
  static void stop() throws IOException {
    product.close();
    redis.close();
    mongodb.close();
  }

  private static <T> T service(Class<T> type, String filter) {
    return product.node().awaitService(type, filter, LIMIT).orElseThrow();
  }

  private static List<?> run(String database, String sql, Object... parameters) {
    LiveCatalog catalog = service(LiveCatalog.class, "(sqlx.database=" + database + ")");
    Operation operation =
        new Operation(
            "1",
            new Sql("any", sql, Arrays.asList(parameters)),
            Caller.ANONYMOUS,
            catalog.snapshot(),
            Deadline.in(LIMIT));
    try (Outcome outcome = service(Pipeline.class, "(objectClass=*)").run(operation)) {
      return switch (outcome) {
        case Outcome.Changed changed -> List.of(changed.rows());
        case Outcome.Rows rows -> rows(rows);
        case Outcome.Several several -> throw new AssertionError("one statement: " + several);
      };
    }
  }

  private static List<?> rows(Outcome.Rows rows) {
    List<List<String>> all = new ArrayList<>();
    Cursor cursor = rows.cursor();
    while (cursor.next()) {
      List<String> row = new ArrayList<>();
      for (int i = 0; i < rows.columns().size(); i++) {
        row.add(
            switch (cursor.kind(i)) {
              case NULL -> "null";
              case INTEGER -> Long.toString(cursor.getLong(i));
              case FLOAT -> Double.toString(cursor.getDouble(i));
              default -> cursor.getText(i);
            });
      }
      all.add(row);
    }
    return all;
  }

  private static String code(String database, String sql) {
    return assertThrows(ProblemException.class, () -> run(database, sql)).problem().code().code();
  }

  @Test
  void documentsAreAskedAndChangedAsATableIs() {
    for (String sql :
        List.of(
            "INSERT INTO book (_id, title, price, lent)"
                + " VALUES (2, 'Emma', 7.25, 0), (3, NULL, NULL, 1), (4, 'it''s 100%', 12.5, 0)",
            "SELECT _id, title, price FROM book ORDER BY _id",
            "SELECT title FROM BOOK b WHERE b.price > 8 AND NOT lent = 0 ORDER BY 1",
            "SELECT _id FROM book WHERE price BETWEEN 7 AND 10 OR title IS NULL ORDER BY _id DESC",
            "SELECT _id FROM book WHERE title LIKE '%m%' OR title IN ('Dune', 'x') ORDER BY _id",
            "SELECT _id FROM book WHERE title NOT LIKE 'D%' ORDER BY _id",
            "SELECT title AS t, _id, title FROM book ORDER BY _id LIMIT 2 OFFSET 1",
            "SELECT COUNT(*) FROM book WHERE lent = 1",
            "SELECT COUNT(*) AS n FROM book",
            "UPDATE book SET title = 'Emma II', lent = 1 WHERE title = 'Emma'",
            "SELECT title, lent FROM book WHERE lent <> 0 ORDER BY _id",
            "DELETE FROM book WHERE price IS NULL OR price > 12",
            "SELECT _id FROM book ORDER BY _id")) {
      assertEquals(run("table", sql), run("documents", sql), sql);
    }
    String sql = "SELECT _id FROM book WHERE _id = ? OR title = ? ORDER BY _id";
    assertEquals(run("table", sql, 1L, "Emma II"), run("documents", sql, 1L, "Emma II"));
  }

  @Test
  void keysAreAskedAndChangedAsFarAsTheyGo() {
    assertEquals(
        List.of(2L),
        run("keys", "INSERT INTO strings (\"key\", \"value\") VALUES ('a', '1'), ('b', '2')"));
    assertEquals(
        List.of(List.of("1")), run("keys", "SELECT \"value\" FROM strings WHERE \"key\" = ?", "a"));
    assertEquals(
        List.of(1L), run("keys", "UPDATE strings SET \"value\" = 'x' WHERE \"key\" = 'b'"));
    assertEquals(
        List.of(List.of("b", "x"), List.of("a", "1")),
        run("keys", "SELECT \"key\", \"value\" FROM strings ORDER BY \"key\" DESC LIMIT 5"));
    assertEquals(List.of(1L), run("keys", "DELETE FROM strings WHERE \"key\" = 'a'"));
    assertEquals("SQLX508", code("keys", "SELECT COUNT(*) FROM strings"), "nobody counts all keys");
  }

  @Test
  void moreThanSimpleIsRefusedOnEachOfThem() {
    for (String database : List.of("documents", "table")) {
      assertEquals("SQLX508", code(database, "SELECT a._id FROM book a JOIN book b ON a._id = 1"));
      assertEquals("SQLX507", code(database, "SELECT nothing FROM book"));
      assertEquals("SQLX401", code(database, "SELECT _id FROM book WHERE _id = 'x'"));
    }
  }
}
