package org.sqlxos.wirepack.postgresql.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sqlxos.testkit.server.TestDatabase;
import org.sqlxos.testkit.session.Sessions;
import org.sqlxos.wirepack.api.Access;
import org.sqlxos.wirepack.api.Isolation;
import org.sqlxos.wirepack.api.Savepoint;
import org.sqlxos.wirepack.api.Session;

/** Isolation as asked for, and savepoints. */
abstract class TransactionSuite {

  private final TestDatabase database;
  private Session session;

  TransactionSuite(TestDatabase database) {
    this.database = database;
  }

  @BeforeEach
  void open() {
    session = Wire.open(database);
    Sessions.run(session, "CREATE TABLE step (n int PRIMARY KEY)");
  }

  @AfterEach
  void close() {
    session.rollback();
    Sessions.run(session, "DROP TABLE step");
    session.close();
  }

  private void insert(int number) {
    Sessions.run(session, "INSERT INTO step VALUES ($1)", (long) number);
  }

  private List<List<Object>> steps() {
    return Sessions.rows(session, "SELECT n FROM step ORDER BY n");
  }

  @Test
  void theServerIsolatesAsMuchAsAskedFor() {
    Map<Isolation, String> levels =
        Map.of(
            Isolation.READ_UNCOMMITTED,
            "read committed",
            Isolation.READ_COMMITTED,
            "read committed",
            Isolation.REPEATABLE_READ,
            "repeatable read",
            Isolation.SERIALIZABLE,
            "serializable");
    for (Isolation isolation : Isolation.values()) {
      for (Access access : Access.values()) {
        session.begin(access, isolation, Sessions.soon());
        assertEquals(levels.get(isolation), Sessions.one(session, "SHOW transaction_isolation"));
        assertEquals(
            access == Access.READ ? "on" : "off",
            Sessions.one(session, "SHOW transaction_read_only"));
        session.commit(Sessions.soon());
      }
    }
  }

  @Test
  void aSerializableTransactionThatCannotBeIsToBeTriedAgain() {
    insert(1);
    session.begin(Access.WRITE, Isolation.SERIALIZABLE, Sessions.soon());
    assertEquals(1L, Sessions.one(session, "SELECT count(*) FROM step"));
    try (Session other = Wire.open(database)) {
      other.begin(Access.WRITE, Isolation.SERIALIZABLE, Sessions.soon());
      Sessions.one(other, "SELECT count(*) FROM step");
      Sessions.run(other, "INSERT INTO step VALUES (2)");
      other.commit(Sessions.soon());
    }
    String code =
        Sessions.code(
            () -> {
              insert(3);
              session.commit(Sessions.soon());
            });
    assertEquals("SQLX608", code);
  }

  @Test
  void whatIsOnlyCheckedWhenItIsCommittedFailsTheStatementThatStandsAlone() {
    Sessions.run(session, "CREATE TEMP TABLE late (n int UNIQUE DEFERRABLE INITIALLY DEFERRED)");
    Sessions.run(session, "INSERT INTO late VALUES (1)");
    insert(1);
    String taken = Sessions.code(() -> insert(1));

    assertEquals(
        taken,
        Sessions.code(() -> Sessions.rows(session, "INSERT INTO late VALUES (1) RETURNING n")));
    assertEquals(taken, Sessions.code(() -> Sessions.run(session, "INSERT INTO late VALUES (1)")));
    assertEquals(1L, Sessions.one(session, "SELECT count(*) FROM late"));
  }

  @Test
  void goesBackToASavepointAndOnFromThere() {
    session.begin(Access.WRITE, Sessions.soon());
    insert(1);
    Savepoint first = session.savepoint(Sessions.soon());
    insert(2);
    Savepoint second = session.savepoint(Sessions.soon());
    insert(3);
    session.rollbackTo(second, Sessions.soon());
    assertEquals(List.of(List.of(1L), List.of(2L)), steps());
    session.rollbackTo(first, Sessions.soon());
    session.rollbackTo(first, Sessions.soon());
    assertEquals("SQLX650", Sessions.code(() -> session.rollbackTo(second, Sessions.soon())));
    insert(4);
    session.release(first, Sessions.soon());
    assertEquals("SQLX650", Sessions.code(() -> session.rollbackTo(first, Sessions.soon())));
    session.commit(Sessions.soon());
    assertEquals(List.of(List.of(1L), List.of(4L)), steps());
  }

  @Test
  void aStatementThatFailsIsUndoneAndTheTransactionGoesOn() {
    session.begin(Access.WRITE, Sessions.soon());
    insert(1);
    Savepoint savepoint = session.savepoint(Sessions.soon());
    assertEquals("SQLX643", Sessions.code(() -> insert(1)));
    session.rollbackTo(savepoint, Sessions.soon());
    insert(2);
    session.commit(Sessions.soon());
    assertEquals(List.of(List.of(1L), List.of(2L)), steps());
  }

  @Test
  void releasingASavepointTakesThoseAfterItWithIt() {
    session.begin(Access.WRITE, Sessions.soon());
    Savepoint first = session.savepoint(Sessions.soon());
    Savepoint second = session.savepoint(Sessions.soon());
    session.release(first, Sessions.soon());
    assertEquals("SQLX650", Sessions.code(() -> session.release(second, Sessions.soon())));
    insert(1);
    session.commit(Sessions.soon());
    assertEquals(1, steps().size());
  }

  @Test
  void savepointsOfOtherTransactionsMeanNothing() {
    session.begin(Access.WRITE, Sessions.soon());
    Savepoint old = session.savepoint(Sessions.soon());
    session.commit(Sessions.soon());
    session.begin(Access.WRITE, Sessions.soon());
    session.savepoint(Sessions.soon());
    insert(1);
    assertEquals("SQLX650", Sessions.code(() -> session.rollbackTo(old, Sessions.soon())));
    assertEquals("SQLX650", Sessions.code(() -> session.release(old, Sessions.soon())));
    try (Session other = Wire.open(database)) {
      other.begin(Access.WRITE, Sessions.soon());
      other.savepoint(Sessions.soon());
      assertEquals("SQLX650", Sessions.code(() -> other.rollbackTo(old, Sessions.soon())));
    }
    session.commit(Sessions.soon());
    assertEquals(1, steps().size());
  }

  @Test
  void withoutATransactionThereAreNoSavepoints() {
    assertEquals("SQLX650", Sessions.code(() -> session.savepoint(Sessions.soon())));
    session.begin(Access.WRITE, Sessions.soon());
    Savepoint savepoint = session.savepoint(Sessions.soon());
    session.rollback();
    assertEquals("SQLX650", Sessions.code(() -> session.rollbackTo(savepoint, Sessions.soon())));
    assertTrue(session.usable());
  }

  @Test
  void aSecondTransactionInsideOfOneIsRefused() {
    session.begin(Access.WRITE, Sessions.soon());
    insert(1);
    assertEquals("SQLX650", Sessions.code(() -> session.begin(Access.WRITE, Sessions.soon())));
    session.rollback();
    assertEquals(0, steps().size());
  }
}
