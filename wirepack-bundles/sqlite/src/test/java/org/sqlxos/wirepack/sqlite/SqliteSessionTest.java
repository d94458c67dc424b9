package org.sqlxos.wirepack.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sqlxos.testkit.session.Sessions.soon;
import static org.sqlxos.testkit.session.Sessions.sql;
import static org.sqlxos.wirepack.sqlite.Sqlite.reading;
import static org.sqlxos.wirepack.sqlite.Sqlite.values;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.wirepack.api.ConnectionUrl;
import org.sqlxos.wirepack.api.Session;

class SqliteSessionTest {

  @TempDir Path folder;

  private Path file(String... statements) throws Exception {
    Path file = folder.resolve("test.db");
    Sqlite.write(file, statements);
    return file;
  }

  private static String codeOf(Runnable action) {
    return assertThrows(ProblemException.class, action::run).problem().code().code();
  }

  private String codeOfConnecting(String rest) {
    return codeOf(() -> Sqlite.PACK.connect(new ConnectionUrl("sqlite", rest), soon()).close());
  }

  @Test
  void refusesAMissingFileAndDoesNotCreateIt() {
    Path missing = folder.resolve("missing.db");
    assertEquals("SQLX600", codeOfConnecting(missing.toString()));
    assertFalse(Files.exists(missing));
  }

  @Test
  void refusesADirectory() {
    assertEquals("SQLX601", codeOfConnecting(folder.toString()));
  }

  @Test
  void refusesAFileThatIsNoDatabase() throws Exception {
    Path text = Files.writeString(folder.resolve("letter.txt"), "Dear friend, ".repeat(1000));
    assertEquals("SQLX601", codeOfConnecting(text.toString()));
  }

  @Test
  void refusesParametersAndDriverTricks() throws Exception {
    assertEquals("SQLX604", codeOfConnecting(file() + "?journal_mode=WAL"));
    assertEquals("SQLX600", codeOfConnecting(":memory:"));
    assertEquals("SQLX600", codeOfConnecting(":resource:org/sqlite/none.db"));
    assertEquals("SQLX600", codeOfConnecting("file:" + file()));
    assertEquals("SQLX604", codeOfConnecting("a\0b"));
  }

  @Test
  void opensPathsAsOtherProgramsWriteThem() throws Exception {
    Path odd = folder.resolve("odd name %20;#'.db");
    Sqlite.write(odd, "CREATE TABLE t(a)");
    for (String rest : List.of(odd.toString(), "//" + odd)) {
      try (Session session = Sqlite.PACK.connect(new ConnectionUrl("sqlite", rest), soon())) {
        assertEquals(
            List.of("INTEGER 0"), values(session, reading("any", "SELECT count(*) FROM t")));
      }
    }
  }

  @Test
  void enforcesForeignKeysAndKeepsTheJournalMode() throws Exception {
    try (Session session = Sqlite.open(file("PRAGMA journal_mode=WAL", "CREATE TABLE t(a)"))) {
      assertEquals(List.of("INTEGER 1"), values(session, reading("any", "PRAGMA foreign_keys")));
      assertEquals(List.of("TEXT wal"), values(session, reading("any", "PRAGMA journal_mode")));
      assertEquals(List.of("INTEGER 0"), values(session, reading("any", "PRAGMA busy_timeout")));
    }
  }

  @Test
  void saysThatAFileIsReadOnly() throws Exception {
    Path file = file("CREATE TABLE t(a)");
    // SQLite's own read-only bit in the header works for every user, root too: format version 3.
    byte[] bytes = Files.readAllBytes(file);
    bytes[18] = 3;
    Files.write(file, bytes);
    try (Session session = Sqlite.open(file)) {
      assertEquals(List.of("INTEGER 0"), values(session, reading("any", "SELECT count(*) FROM t")));
      assertEquals(
          "SQLX612", codeOf(() -> session.execute(sql("INSERT INTO t VALUES (1)"), soon())));
    }
  }

  @Test
  void countsChangesAndReturnsRows() throws Exception {
    try (Session session = Sqlite.open(file("CREATE TABLE t(id INTEGER PRIMARY KEY, a)"))) {
      assertEquals(2, session.execute(sql("INSERT INTO t(a) VALUES ('x'), ('y')"), soon()));
      assertEquals(
          List.of("INTEGER 3"),
          values(session, reading("integer", "INSERT INTO t(a) VALUES (?) RETURNING id", "z")));
      assertEquals(3, session.execute(sql("UPDATE t SET a = NULL"), soon()));
      assertEquals(0, session.execute(sql("DELETE FROM t WHERE id > ?", 10L), soon()));
    }
  }

  @Test
  void givesBackItsLocksWhenTheRowsAreRead() throws Exception {
    Path file = file("CREATE TABLE t(a)", "INSERT INTO t VALUES (1), (2)");
    try (Session session = Sqlite.open(file)) {
      values(session, reading("any", "SELECT a FROM t"));
      Sqlite.write(file, "PRAGMA busy_timeout=0", "DROP TABLE t");
    }
  }

  @Test
  void closesItselfOnceTheFileIsReplaced() throws Exception {
    Path file = file("CREATE TABLE t(a)");
    try (Session session = Sqlite.open(file)) {
      assertTrue(session.usable());
      Path next = folder.resolve("next.db");
      Sqlite.write(next, "CREATE TABLE u(a)");
      Files.move(next, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
      org.sqlxos.testkit.await.Await.until(
          "the session to notice", java.time.Duration.ofSeconds(10), () -> !session.usable());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "INSERT INTO child(id) VALUES (1)|SQLX640|NOT NULL constraint failed: child.parent",
        "INSERT INTO child VALUES (1, 99, 1)|SQLX642|A foreign key would refer to a row that does"
            + " not exist",
        "INSERT INTO parent VALUES (1, 5)|SQLX643|UNIQUE constraint failed: parent.id",
        "INSERT INTO parent VALUES (2, -5)|SQLX641|CHECK constraint failed: positive",
        "INSERT INTO parent VALUES ('x', 5)|SQLX644|A value has a type, length or range that its"
            + " column does not take",
        "INSERT INTO strict_one VALUES ('x')|SQLX644|cannot store TEXT value in INTEGER column"
            + " strict_one.a",
        "DELETE FROM parent|SQLX641|parents stay",
        "SELECT * FROM nowhere|SQLX614|no such table: nowhere",
        "INSERT INTO parent(height) VALUES (1)|SQLX614|table parent has no column named height",
        "SELEC 1|SQLX613|near \"SELEC\": syntax error",
      })
  void saysWhatAnErrorMeans(String statement, String code, String detail) throws Exception {
    Path file =
        file(
            "CREATE TABLE parent(id INTEGER PRIMARY KEY, n INT CONSTRAINT positive CHECK (n > 0))",
            "CREATE TABLE child(id INTEGER PRIMARY KEY, parent INT NOT NULL REFERENCES parent, x)",
            "CREATE TABLE strict_one(a INTEGER) STRICT",
            "CREATE TRIGGER stay BEFORE DELETE ON parent BEGIN SELECT RAISE(ABORT, 'parents stay');"
                + " END",
            "INSERT INTO parent VALUES (1, 1)");
    try (Session session = Sqlite.open(file)) {
      ProblemException refused =
          assertThrows(ProblemException.class, () -> session.execute(sql(statement), soon()));
      assertEquals(code, refused.problem().code().code());
      assertEquals(detail, refused.problem().detail());
      assertTrue(session.usable());
    }
  }

  @Test
  void seesASchemaThatAnotherProgramHasChanged() throws Exception {
    Path file = file("CREATE TABLE t(a)", "INSERT INTO t VALUES (1)");
    try (Session session = Sqlite.open(file);
        Connection other = Sqlite.otherProgram(file)) {
      assertEquals(List.of("INTEGER 1"), values(session, reading("any", "SELECT a FROM t")));
      String before = values(session, reading("any", "PRAGMA main.schema_version")).getFirst();
      Sqlite.write(file, "ALTER TABLE t ADD COLUMN b DEFAULT 7");
      assertFalse(values(session, reading("any", "PRAGMA main.schema_version")).contains(before));
      assertEquals(List.of("INTEGER 1"), values(session, reading("any", "SELECT a FROM t")));
      assertEquals(List.of("INTEGER 7"), values(session, reading("any", "SELECT b FROM t")));
    }
  }
}
