package org.sqlxos.wirepack.postgresql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.sqlxos.testkit.server.DatabaseServer;
import org.sqlxos.testkit.server.TestDatabase;
import org.sqlxos.testkit.server.WithServer;
import org.sqlxos.wirepack.postgresql.PackFile.Meaning;

/** What errors mean, and that no value of a row is in what a caller is told. */
@WithServer(DatabaseServer.POSTGRESQL)
class PostgresqlErrorsIT {

  private static final PackFile PACK = PackFile.read();

  private final TestDatabase database;
  private Connection connection;

  PostgresqlErrorsIT(TestDatabase database) {
    this.database = database;
  }

  @BeforeEach
  void connect() throws SQLException {
    connection = database.connect();
    connection.setAutoCommit(false);
    run("CREATE TYPE mood AS ENUM ('sad')");
    run("CREATE DOMAIN positive AS int CHECK (VALUE > 0)");
    run("CREATE TABLE parent (id int PRIMARY KEY)");
    run(
        """
        CREATE TABLE t (
          id int PRIMARY KEY, parent int REFERENCES parent, a int NOT NULL DEFAULT 1 CHECK (a > 0),
          s varchar(3), n numeric(3,1), m mood, u uuid, d date, b bool, j json, p positive,
          g int GENERATED ALWAYS AS IDENTITY, during int4range, EXCLUDE USING gist (during WITH &&))\
        """);
    run("CREATE VIEW counted AS SELECT count(*) AS n FROM t");
    run("CREATE VIEW bigger AS SELECT * FROM t WHERE id > 5 WITH CHECK OPTION");
    run(
        """
        CREATE FUNCTION refuse() RETURNS void LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION 'not on Sundays'; END $$\
        """);
    run("INSERT INTO parent VALUES (1)");
    run("INSERT INTO t (id, parent, during) VALUES (1, 1, '[1,5)')");
  }

  @AfterEach
  void disconnect() throws SQLException {
    connection.rollback();
    connection.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "INSERT INTO t (id, a) VALUES (4711, NULL)|not-null"
            + "|null value in column \"a\" of relation \"t\" violates not-null constraint",
        "INSERT INTO t (id, a) VALUES (4711, -5)|check"
            + "|new row for relation \"t\" violates check constraint \"t_a_check\"",
        "INSERT INTO t (id, p) VALUES (4711, -5)|check"
            + "|value for domain positive violates check constraint \"positive_check\"",
        "INSERT INTO t (id, during) VALUES (4711, '[2,3)')|check"
            + "|conflicting key value violates exclusion constraint \"t_during_excl\"",
        "INSERT INTO bigger (id) VALUES (2)|check"
            + "|new row violates check option for view \"bigger\"",
        "SELECT refuse()|check|not on Sundays",
        "INSERT INTO t (id, parent) VALUES (4711, 4712)|foreign-key|insert or update on table"
            + " \"t\" violates foreign key constraint \"t_parent_fkey\"",
        "DELETE FROM parent|foreign-key|update or delete on table \"parent\" violates foreign key"
            + " constraint \"t_parent_fkey\" on table \"t\"",
        "INSERT INTO t (id) VALUES (1)|unique"
            + "|duplicate key value violates unique constraint \"t_pkey\"",
        "INSERT INTO t (id, s) VALUES (2, 'abcdef')|value"
            + "|value too long for type character varying(3)",
        "INSERT INTO t (id, n) VALUES (2, 12345)|value|numeric field overflow",
        "INSERT INTO t (id) VALUES (99999999999)|value|integer out of range",
        "SELECT CAST('99999999999' AS integer)|value|",
        "INSERT INTO t (id, u) VALUES (2, 'secret')|value|invalid input syntax for type uuid",
        "INSERT INTO t (id, m) VALUES (2, 'secret')|value|invalid input value for enum mood",
        "INSERT INTO t (id, d) VALUES (2, '2026-13-77')|value|",
        "INSERT INTO t (id, d) VALUES (2, 'secret')|value|invalid input syntax for type date",
        "INSERT INTO t (id, j) VALUES (2, '{secret')|value|invalid input syntax for type json",
        "SELECT 1 / 0|value|division by zero",
        "INSERT INTO t (id, b) SELECT 2, 7|value"
            + "|column \"b\" is of type boolean but expression is of type integer",
        "INSERT INTO t (id, g) VALUES (2, 7)|value"
            + "|cannot insert a non-DEFAULT value into column \"g\"",
        "SELECT * FROM t WHERE j = '1'|value|operator does not exist: json = unknown",
        "SELECT * FROM t ORDER BY j|value"
            + "|could not identify an ordering operator for type json",
        "SELECT nothing FROM t|schema-changed|column \"nothing\" does not exist",
        "SELECT * FROM nowhere|schema-changed|relation \"nowhere\" does not exist",
        "SELECT * FROM nowhere.t|schema-changed|relation \"nowhere.t\" does not exist",
        "INSERT INTO counted VALUES (1)|statement|cannot insert into view \"counted\"",
        "SELECT * FROM pg_authid|no-permission|permission denied for table pg_authid",
        "SET LOCAL statement_timeout = 1; SELECT pg_sleep(5)|interrupted|",
        "SET LOCAL lock_timeout = 1; SET TRANSACTION READ ONLY; DELETE FROM t|read-only"
            + "|cannot execute DELETE in a read-only transaction",
        "EXECUTE gone|stale-statement|",
        "SELEC 1|statement|",
      })
  void meansOneKind(String statement, String kind, String detail) throws SQLException {
    Meaning meaning = meaning(assertThrows(SQLException.class, () -> run(statement)));
    assertEquals(new Meaning(kind, Optional.ofNullable(detail)), meaning);
  }

  @Test
  void aPreparedStatementWhoseResultHasChangedIsStale() throws SQLException {
    run("PREPARE all_of_it AS SELECT * FROM parent");
    run("EXECUTE all_of_it");
    run("ALTER TABLE parent ADD COLUMN more int");
    SQLException stale = assertThrows(SQLException.class, () -> run("EXECUTE all_of_it"));
    assertEquals("stale-statement", meaning(stale).kind());
  }

  @Test
  void whatIsLockedIsBusy() throws SQLException {
    try (Connection other = database.connect();
        Statement statement = other.createStatement()) {
      statement.execute("CREATE TABLE contended (id int)");
      other.setAutoCommit(false);
      statement.execute("LOCK TABLE contended");
      SQLException locked =
          assertThrows(SQLException.class, () -> run("LOCK TABLE contended IN SHARE MODE NOWAIT"));
      assertEquals("busy", meaning(locked).kind());
      other.rollback();
      statement.execute("DROP TABLE contended");
      other.commit();
    }
  }

  @Test
  void aSessionThatIsEndedIsLost() throws SQLException {
    try (Connection ended = database.connect();
        Statement statement = ended.createStatement()) {
      SQLException lost =
          assertThrows(
              SQLException.class,
              () -> statement.execute("SELECT pg_terminate_backend(pg_backend_pid())"));
      assertEquals("lost", meaning(lost).kind());
    }
  }

  @Test
  void refusalsOfAConnectionSayWhatIsWrong() {
    String url = database.jdbcUrl();
    assertEquals("authentication", refusal(url, "wrong"));
    assertEquals(
        "no-such-database",
        refusal(url.replace("/" + database.name(), "/nowhere"), database.password()));
  }

  private String refusal(String url, String password) {
    return meaning(
            assertThrows(
                SQLException.class,
                () -> DriverManager.getConnection(url, database.user(), password).close()))
        .kind();
  }

  /** The server's own message; the driver's has the values of rows appended. */
  private static Meaning meaning(SQLException error) {
    ServerErrorMessage message = ((PSQLException) error).getServerErrorMessage();
    return PACK.meaning(
        String.valueOf(error.getSQLState()),
        message == null ? "" : String.valueOf(message.getMessage()));
  }

  private void run(String text) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(text);
    }
  }
}
