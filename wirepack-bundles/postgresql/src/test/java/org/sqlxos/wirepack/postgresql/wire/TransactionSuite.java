package org.sqlxos.wirepack.postgresql.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sqlxos.testkit.server.TestDatabase;
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
    Wire.run(session, "CREATE TABLE step (n int PRIMARY KEY)");
  }

  @AfterEach
  void close() {
    session.rollback();
    Wire.run(session, "DROP TABLE step");
    session.close();
  }

  private void insert(int number) {
    Wire.run(session, "INSERT INTO step VALUES ($1)", (long) number);
  }

  private List<List<Object>> steps() {
    return Wire.rows(session, "SELECT n FROM step ORDER BY n");
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
        session.begin(access, isolation, Wire.soon());
        assertEquals(levels.get(isolation), Wire.one(session, "SHOW transaction_isolation"));
        assertEquals(
            access == Access.READ ? "on" : "off", Wire.one(session, "SHOW transaction_read_only"));
        session.commit(Wire.soon());
      }
    }
  }

  @Test
  void aSerializableTransactionThatCannotBeIsToBeTriedAgain() {
    insert(1);
    session.begin(Access.WRITE, Isolation.SERIALIZABLE, Wire.soon());
    assertEquals(1L, Wire.one(session, "SELECT count(*) FROM step"));
    try (Session other = Wire.open(database)) {
      other.begin(Access.WRITE, Isolation.SERIALIZABLE, Wire.soon());
      Wire.one(other, "SELECT count(*) FROM step");
      Wire.run(other, "INSERT INTO step VALUES (2)");
      other.commit(Wire.soon());
    }
    String code =
        Wire.code(
            () -> {
              insert(3);
              session.commit(Wire.soon());
            });
    assertEquals("SQLX608", code);
  }

  @Test
  void goesBackToASavepointAndOnFromThere() {
    session.begin(Access.WRITE, Wire.soon());
    insert(1);
    Savepoint first = session.savepoint(Wire.soon());
    insert(2);
    Savepoint second = session.savepoint(Wire.soon());
    insert(3);
    session.rollbackTo(second, Wire.soon());
    assertEquals(List.of(List.of(1L), List.of(2L)), steps());
    session.rollbackTo(first, Wire.soon());
    session.rollbackTo(first, Wire.soon());
    assertEquals("SQLX650", Wire.code(() -> session.rollbackTo(second, Wire.soon())));
    insert(4);
    session.release(first, Wire.soon());
    assertEquals("SQLX650", Wire.code(() -> session.rollbackTo(first, Wire.soon())));
    session.commit(Wire.soon());
    assertEquals(List.of(List.of(1L), List.of(4L)), steps());
  }

  @Test
  void aStatementThatFailsIsUndoneAndTheTransactionGoesOn() {
    session.begin(Access.WRITE, Wire.soon());
    insert(1);
    Savepoint savepoint = session.savepoint(Wire.soon());
    assertEquals("SQLX643", Wire.code(() -> insert(1)));
    session.rollbackTo(savepoint, Wire.soon());
    insert(2);
    session.commit(Wire.soon());
    assertEquals(List.of(List.of(1L), List.of(2L)), steps());
  }

  @Test
  void releasingASavepointTakesThoseAfterItWithIt() {
    session.begin(Access.WRITE, Wire.soon());
    Savepoint first = session.savepoint(Wire.soon());
    Savepoint second = session.savepoint(Wire.soon());
    session.release(first, Wire.soon());
    assertEquals("SQLX650", Wire.code(() -> session.release(second, Wire.soon())));
    insert(1);
    session.commit(Wire.soon());
    assertEquals(1, steps().size());
  }

  @Test
  void savepointsOfOtherTransactionsMeanNothing() {
    session.begin(Access.WRITE, Wire.soon());
    Savepoint old = session.savepoint(Wire.soon());
    session.commit(Wire.soon());
    session.begin(Access.WRITE, Wire.soon());
    session.savepoint(Wire.soon());
    insert(1);
    assertEquals("SQLX650", Wire.code(() -> session.rollbackTo(old, Wire.soon())));
    assertEquals("SQLX650", Wire.code(() -> session.release(old, Wire.soon())));
    try (Session other = Wire.open(database)) {
      other.begin(Access.WRITE, Wire.soon());
      other.savepoint(Wire.soon());
      assertEquals("SQLX650", Wire.code(() -> other.rollbackTo(old, Wire.soon())));
    }
    session.commit(Wire.soon());
    assertEquals(1, steps().size());
  }

  @Test
  void withoutATransactionThereAreNoSavepoints() {
    assertEquals("SQLX650", Wire.code(() -> session.savepoint(Wire.soon())));
    session.begin(Access.WRITE, Wire.soon());
    Savepoint savepoint = session.savepoint(Wire.soon());
    session.rollback();
    assertEquals("SQLX650", Wire.code(() -> session.rollbackTo(savepoint, Wire.soon())));
    assertTrue(session.usable());
  }

  @Test
  void aSecondTransactionInsideOfOneIsRefused() {
    session.begin(Access.WRITE, Wire.soon());
    insert(1);
    assertEquals("SQLX650", Wire.code(() -> session.begin(Access.WRITE, Wire.soon())));
    session.rollback();
    assertEquals(0, steps().size());
  }
}
