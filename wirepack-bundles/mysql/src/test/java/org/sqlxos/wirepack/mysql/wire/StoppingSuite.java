package org.sqlxos.wirepack.mysql.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sqlxos.operation.api.Cursor;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.testkit.await.Await;
import org.sqlxos.testkit.server.TestDatabase;
import org.sqlxos.wirepack.api.Session;

/** Statements that are stopped: at their deadline, by a caller, by somebody else. */
abstract class StoppingSuite {

  private static final Duration LIMIT = Duration.ofSeconds(20);

  private final TestDatabase database;

  StoppingSuite(TestDatabase database) {
    this.database = database;
  }

  private Session open() {
    return Wire.open(database.url());
  }

  /** How many of the owner's connections run something. */
  private long running() {
    return number(
        "SELECT COUNT(*) FROM information_schema.processlist WHERE user = '%s' AND info IS NOT NULL"
            .formatted(database.user()));
  }

  private long number(String query) {
    try (Connection connection = database.asAdministrator().connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void kill(@Nullable Object connection) throws SQLException {
    try (Connection administrator = database.asAdministrator().connect();
        Statement statement = administrator.createStatement()) {
      statement.execute("KILL " + connection);
    }
  }

  private void awaitIdle() {
    Await.until("the server to stop it", LIMIT, () -> running() == 0);
  }

  /** The code with which a statement that would not end is refused, after something happened. */
  private CompletableFuture<String> endless(Session session) {
    CompletableFuture<String> code =
        CompletableFuture.supplyAsync(
            () -> Wire.code(() -> Wire.one(session, Numbers.endless())),
            Executors.newVirtualThreadPerTaskExecutor());
    Await.until("the server to run it", LIMIT, () -> running() == 1);
    return code;
  }

  @Test
  void aDeadlineThatPassesStopsTheStatementOnTheServer() {
    try (Session session = open()) {
      Deadline deadline = Deadline.in(Duration.ofMillis(300));
      assertEquals(
          "SQLX609", Wire.code(() -> session.query(Wire.sql(Numbers.endless()), deadline).close()));
      awaitIdle();
      assertTrue(session.usable());
      assertEquals(1L, Wire.one(session, "SELECT 1"));
    }
  }

  @Test
  void aDeadlineThatPassesAmongRowsStopsTheStatementOnTheServer() {
    try (Session session = open()) {
      String query = Numbers.upTo(1_000_000_000);
      Deadline deadline = Deadline.in(Duration.ofMillis(1500));
      assertEquals(
          "SQLX609",
          Wire.code(
              () -> {
                try (Cursor cursor = session.query(Wire.sql(query), deadline)) {
                  while (cursor.next()) {
                    cursor.getLong(0);
                  }
                }
              }));
      awaitIdle();
      assertEquals(1L, Wire.one(session, "SELECT 1"));
    }
  }

  @Test
  void aDeadlineThatHasPassedAlreadySendsNothing() {
    try (Session session = open()) {
      assertEquals(
          "SQLX609",
          Wire.code(() -> session.query(Wire.sql("SELECT 1"), Deadline.in(Duration.ZERO)).close()));
      assertEquals(1L, Wire.one(session, "SELECT 1"));
    }
  }

  @Test
  void cancelStopsTheStatementAndNotTheNext() {
    try (Session session = open()) {
      CompletableFuture<String> code = endless(session);
      session.cancel();
      assertEquals("SQLX610", code.join());
      awaitIdle();
      for (int i = 0; i < 20; i++) {
        assertEquals(1L, Wire.one(session, "SELECT 1"));
      }
      session.cancel();
      assertEquals(1L, Wire.one(session, "SELECT 1"));
    }
  }

  @Test
  void aConnectionKilledMeanwhileIsLost() throws SQLException {
    try (Session session = open()) {
      kill(Wire.one(session, "SELECT CONNECTION_ID()"));
      assertEquals("SQLX611", Wire.code(() -> Wire.one(session, "SELECT 1")));
      assertFalse(session.usable());
      assertEquals("SQLX611", Wire.code(() -> Wire.one(session, "SELECT 1")));
    }
  }

  @Test
  void aConnectionKilledWhileItWorksIsLost() throws SQLException {
    try (Session session = open()) {
      Object connection = Wire.one(session, "SELECT CONNECTION_ID()");
      CompletableFuture<String> code = endless(session);
      kill(connection);
      assertEquals("SQLX611", code.join());
      assertFalse(session.usable());
    }
  }

  @Test
  void aTransactionLeftOpenIsRolledBack() {
    try (Session session = open()) {
      Wire.run(session, "CREATE TABLE undone(id INT)");
      try (Session other = open()) {
        other.begin(org.sqlxos.wirepack.api.Access.WRITE, Wire.soon());
        Wire.run(other, "INSERT INTO undone VALUES (1)");
      }
      assertEquals(0L, Wire.one(session, "SELECT COUNT(*) FROM undone"));
    }
  }
}
