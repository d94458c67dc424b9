package org.sqlxos.planner.internal.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlxos.operation.api.Outcome;
import org.sqlxos.planner.internal.Books;
import org.sqlxos.problem.api.ProblemException;

/** Texts, asked as they are and as what they are read as: SQLite is the oracle. */
class SqlParseStageTest {

  private Books books;

  @BeforeEach
  void open() throws SQLException {
    books = new Books();
  }

  @AfterEach
  void close() throws SQLException {
    books.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM book ORDER BY id",
        "select Title, ID from BOOK order by ID desc",
        "SELECT id, id, title AS t FROM main.book b WHERE b.price > 7 ORDER BY b.id;",
        "SELECT id FROM book WHERE title = 'Emma'",
        "SELECT id FROM book WHERE 'Emma' = title",
        "SELECT id FROM book WHERE 7 < price ORDER BY id",
        "SELECT id FROM book WHERE price <> 7 ORDER BY id",
        "SELECT id FROM book WHERE price != 7 ORDER BY id",
        "SELECT id FROM book WHERE NOT (price = 7) ORDER BY id",
        "SELECT id FROM book WHERE NOT price = 7 OR price IS NULL ORDER BY id",
        "SELECT id FROM book WHERE price >= 7 AND (title = 'Emma' OR lent = 1) ORDER BY id",
        "SELECT id FROM book WHERE title IN ('Emma', 'Dune') ORDER BY id",
        "SELECT id FROM book WHERE title NOT IN ('Emma', 'Dune') ORDER BY id",
        "SELECT id FROM book WHERE title IS NULL",
        "SELECT id FROM book WHERE title IS NOT NULL AND NOT (title IS NULL) ORDER BY id",
        "SELECT id FROM book WHERE price BETWEEN 7 AND 9.5 ORDER BY id",
        "SELECT id FROM book WHERE price NOT BETWEEN 7 AND 9.5 ORDER BY id",
        "SELECT id FROM book WHERE title LIKE 'E%' ORDER BY id",
        "SELECT id FROM book WHERE title LIKE '%mm%' ORDER BY id",
        "SELECT id FROM book WHERE title NOT LIKE 'E%' ORDER BY id",
        "SELECT id FROM book WHERE title LIKE 'it''s 100!%' ESCAPE '!'",
        "SELECT \"Of Whom\" FROM book WHERE \"Of Whom\" = 'Ada' ORDER BY id",
        "SELECT id FROM book WHERE id = -1 OR id = +2",
        "SELECT id FROM book WHERE lent = true ORDER BY id",
        "SELECT id FROM book WHERE lent IS NOT TRUE ORDER BY id",
        "SELECT id, price FROM book ORDER BY price, id LIMIT 2",
        "SELECT id FROM book ORDER BY 1 LIMIT 2 OFFSET 3",
        "SELECT id AS place FROM book ORDER BY place DESC LIMIT 3",
        "SELECT COUNT(*) FROM book",
        "SELECT count(*) AS n FROM book WHERE price = 7",
        "SELECT id FROM book WHERE 1 = id AND title = 'Dune' AND price > 1 AND lent = 1",
        "SELECT id FROM book LIMIT 0"
      })
  void aSelectIsAnsweredAsItsTextIs(String sql) throws SQLException {
    assertEquals(books.rows(sql, List.of()), Books.read(books.structured(sql)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT INTO book (id, title) VALUES (7, 'It')",
        "INSERT INTO book (title, id) VALUES ('It', 7), (NULL, 8)",
        "INSERT INTO book VALUES (7, 'It', 1.5, 0, NULL)",
        "UPDATE book SET title = 'x', price = NULL WHERE id < 3",
        "UPDATE book SET lent = 0",
        "DELETE FROM book WHERE title IS NULL OR price > 9",
        "DELETE FROM book"
      })
  void aWriteChangesWhatItsTextChanges(String sql) throws SQLException {
    long expected = books.changed(sql, List.of());
    List<?> after = books.rows("SELECT * FROM book ORDER BY id", List.of());
    books.reset();

    assertEquals(new Outcome.Changed(expected), books.structured(sql));
    assertEquals(after, books.rows("SELECT * FROM book ORDER BY id", List.of()));
  }

  @Test
  void parametersStandWhereTheQuestionMarksAre() throws SQLException {
    String sql =
        "SELECT id FROM book WHERE title LIKE ? AND price BETWEEN ? AND ? OR id IN (?, ?)"
            + " ORDER BY id LIMIT ? OFFSET ?";
    Object[] values = {"E%", 1, 20, 1, 4, 10, 1};
    assertEquals(books.rows(sql, Arrays.asList(values)), Books.read(books.structured(sql, values)));

    books.structured("INSERT INTO book (id, title) VALUES (?, ?)", 9, null);
    assertEquals(
        List.of(List.of(9L)),
        Books.read(books.structured("SELECT id FROM book WHERE id > ? AND title IS NULL", 3)));
  }

  @Test
  void theAnswerHasTheNamesOfTheText() {
    Outcome.Rows rows =
        (Outcome.Rows) books.structured("SELECT title AS \"The Title\", ID FROM book");
    assertEquals(
        List.of("The Title", "id"), rows.columns().stream().map(each -> each.name()).toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM book a JOIN book b ON a.id = b.id",
        "SELECT * FROM book, book b",
        "SELECT DISTINCT title FROM book",
        "SELECT title FROM book GROUP BY title",
        "SELECT max(price) FROM book",
        "SELECT count(DISTINCT title) FROM book",
        "SELECT id + 1 FROM book",
        "SELECT id FROM book WHERE price = id",
        "SELECT id FROM book WHERE id IN (SELECT id FROM book)",
        "SELECT id FROM (SELECT id FROM book) x",
        "SELECT id FROM book UNION SELECT id FROM book",
        "SELECT id FROM book WHERE title LIKE '_mma'",
        "SELECT id FROM book WHERE title LIKE '*'",
        "SELECT id FROM book ORDER BY price NULLS LAST",
        "SELECT id FROM book ORDER BY price + 1",
        "SELECT id FROM book FOR UPDATE",
        "SELECT TOP 3 id FROM book",
        "SELECT id FROM book HAVING id > 1",
        "WITH x AS (SELECT 1) SELECT id FROM book",
        "SELECT id FROM book WHERE EXISTS (SELECT 1)",
        "SELECT id FROM book WHERE lower(title) = 'emma'",
        "SELECT id FROM book WHERE title || 'x' = 'Emmax'",
        "SELECT id FROM book TABLESAMPLE SYSTEM (10)",
        "INSERT INTO book (id) SELECT 9",
        "INSERT INTO book (id) VALUES (1 + 1)",
        "INSERT INTO book (id) VALUES (7) ON CONFLICT DO NOTHING",
        "INSERT INTO book (id) VALUES (7) RETURNING id",
        "INSERT OR REPLACE INTO book (id) VALUES (7)",
        "UPDATE book SET price = price + 1",
        "UPDATE book SET price = 1 FROM book b WHERE b.id = 1",
        "UPDATE book SET (title, price) = (1, 2)",
        "DELETE FROM book ORDER BY id LIMIT 1",
        "DELETE FROM book USING book b WHERE b.id = 1",
        "DROP TABLE book",
        "CREATE TABLE x (id INT)",
        "TRUNCATE TABLE book",
        "MERGE INTO book USING book b ON (1 = 1) WHEN MATCHED THEN DELETE"
      })
  void whatIsMoreThanSimpleIsRefusedAndNothingOfItIsDone(String sql) throws SQLException {
    List<?> before = books.rows("SELECT * FROM book ORDER BY id", List.of());
    assertTrue(List.of("SQLX507", "SQLX508").contains(code(sql)), () -> code(sql));
    assertEquals(before, books.rows("SELECT * FROM book ORDER BY id", List.of()));
  }

  @Test
  void anOpenQuoteIsRefused() {
    assertEquals("SQLX508", code("SELECT id FROM book WHERE title = 'x"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "SELEC id FROM book",
        "SELECT id FROM book WHERE",
        "SELECT id FROM nowhere",
        "SELECT nothing FROM book",
        "SELECT \"ID\" FROM book",
        "SELECT x.id FROM book b",
        "SELECT id FROM book WHERE title = NULL",
        "SELECT id FROM book WHERE id = ?",
        "SELECT id FROM book LIMIT -1",
        "SELECT id FROM book LIMIT 'x'",
        "SELECT id FROM book ORDER BY 2",
        "INSERT INTO book (id, title) VALUES (1)",
        "INSERT INTO book (id, id) VALUES (1, 2)"
      })
  void whatIsWrongIsTold(String sql) {
    assertEquals("SQLX507", code(sql));
  }

  @Test
  void whatIsNestedTooDeepTakesNoStack() {
    assertEquals(
        "SQLX508",
        code("SELECT id FROM book WHERE " + "(".repeat(5_000) + "id = 1" + ")".repeat(5_000)));
    String or = "SELECT id FROM book WHERE id = 1";
    assertEquals(2, Books.read(books.structured(or + " OR id = 2".repeat(200))).size());
    assertEquals("SQLX508", code(or + " OR id = 2".repeat(9_000)));
    assertEquals("SQLX508", code("SELECT id FROM book WHERE " + "NOT ".repeat(9_000) + "lent"));
    assertEquals("SQLX508", code("SELECT " + "1 + ".repeat(9_000) + "1 FROM book"));
    assertEquals("SQLX508", code("SELECT id FROM book WHERE id = " + "- ".repeat(9_000) + "1"));
    for (String hiding : List.of("/* ' */", "-- '\n", "$$ ' $$, ")) {
      assertEquals("SQLX508", code("SELECT " + hiding + "1 + ".repeat(9_000) + "1 FROM book"));
    }
    assertEquals(
        1, Books.read(books.structured("SELECT /* ' */ id -- '\n FROM book LIMIT 1")).size());
    String many = "1" + ", 2".repeat(5_000);
    assertEquals(
        2, Books.read(books.structured("SELECT id FROM book WHERE id IN (" + many + ")")).size());
    books.structured("INSERT INTO book (id, title) VALUES (9, '" + "-+(".repeat(9_000) + "')");
  }

  private String code(String sql) {
    return assertThrows(ProblemException.class, () -> books.structured(sql), sql)
        .problem()
        .code()
        .code();
  }
}
