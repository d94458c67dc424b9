package org.sqlxos.wirepack.postgresql.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.sqlxos.operation.api.Cursor;
import org.sqlxos.testkit.server.TestDatabase;
import org.sqlxos.wirepack.api.Access;
import org.sqlxos.wirepack.api.Session;

/** Sessions whose server process ends. */
abstract class LossSuite {

  private final TestDatabase database;

  LossSuite(TestDatabase database) {
    this.database = database;
  }

  /** Returns when the process has ended. */
  private void kill(Object process) {
    try (Connection connection = database.asAdministrator().connect();
        Statement statement = connection.createStatement()) {
      statement.execute("SELECT pg_terminate_backend(%s, 20000)".formatted(process));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Object process(Session session) {
    return java.util.Objects.requireNonNull(Wire.one(session, "SELECT pg_backend_pid()"));
  }

  private static void requireLost(Session session) {
    assertFalse(session.usable());
    assertEquals("SQLX611", Wire.code(() -> Wire.rows(session, "SELECT 1")));
    session.rollback();
    session.close();
    session.close();
  }

  @Test
  void aSessionWhoseServerEndedWhileItRestedIsLost() {
    Session session = Wire.open(database);
    Wire.rows(session, "SELECT 1");
    kill(process(session));
    assertEquals("SQLX611", Wire.code(() -> Wire.rows(session, "SELECT 1")));
    requireLost(session);
  }

  @Test
  void aSessionThatLosesItsServerInATransactionIsLost() {
    Session session = Wire.open(database);
    session.begin(Access.WRITE, Wire.soon());
    kill(process(session));
    assertEquals("SQLX611", Wire.code(() -> session.commit(Wire.soon())));
    requireLost(session);
  }

  @Test
  void aStatementThatRunsWhenItsServerEndsIsLost() {
    Session session = Wire.open(database);
    Object process = process(session);
    CompletableFuture<String> code = new CompletableFuture<>();
    Thread.ofVirtual()
        .start(() -> code.complete(Wire.code(() -> Wire.rows(session, "SELECT pg_sleep(600)"))));
    kill(process);
    assertEquals("SQLX611", code.join());
    requireLost(session);
  }

  @Test
  void rowsThatAreReadWhenTheServerEndsAreLost() {
    Session session = Wire.open(database);
    Object process = process(session);
    String text = "SELECT repeat('x', 1000) FROM generate_series(1, 10000000)";
    Cursor cursor = session.query(Wire.sql(text), Wire.soon());
    kill(process);
    assertEquals(
        "SQLX611",
        Wire.code(
            () -> {
              while (cursor.next()) {
                cursor.getText(0);
              }
            }));
    cursor.close();
    requireLost(session);
  }
}
