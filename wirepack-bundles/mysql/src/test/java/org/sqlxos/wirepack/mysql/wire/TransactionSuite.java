package org.sqlxos.wirepack.mysql.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
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
    Sessions.run(session, "DROP TABLE IF EXISTS step");
    Sessions.run(session, "CREATE TABLE step (n INT PRIMARY KEY)");
  }

  @AfterEach
  void close() {
    session.close();
  }

  private void insert(int number) {
    Sessions.run(session, "INSERT INTO step VALUES (?)", (long) number);
  }

  private List<List<Object>> steps(Session reader) {
    return Sessions.rows(reader, "SELECT n FROM step ORDER BY n");
  }

  /** How many rows a transaction sees that another one adds, uncommitted and committed. */
  private List<Integer> seen(Isolation isolation) {
    try (Session other = Wire.open(database)) {
      session.begin(Access.READ, isolation, Sessions.soon());
      int before = steps(session).size();
      other.begin(Access.WRITE, Sessions.soon());
      Sessions.run(other, "INSERT INTO step VALUES (?)", (long) before);
      int during = steps(session).size();
      other.commit(Sessions.soon());
      int after = steps(session).size();
      session.commit(Sessions.soon());
      return List.of(during - before, after - before);
    }
  }

  @Test
  void othersAreSeenAsMuchAsTheLevelSays() {
    assertEquals(List.of(1, 1), seen(Isolation.READ_UNCOMMITTED));
    assertEquals(List.of(0, 1), seen(Isolation.READ_COMMITTED));
    assertEquals(List.of(0, 0), seen(Isolation.REPEATABLE_READ));
  }

  @Test
  void aSerializableTransactionKeepsOthersFromWhatItRead() {
    session.begin(Access.WRITE, Isolation.SERIALIZABLE, Sessions.soon());
    steps(session);
    try (Session other = Wire.open(database)) {
      Sessions.run(other, "SET SESSION innodb_lock_wait_timeout = 1");
      assertEquals(
          "SQLX608", Sessions.code(() -> Sessions.run(other, "INSERT INTO step VALUES (1)")));
    }
    session.rollback();
    assertEquals(List.of(), steps(session));
  }

  @Test
  void theLevelIsThatOfOneTransactionOnly() {
    assertEquals(List.of(1, 1), seen(Isolation.READ_UNCOMMITTED));
    try (Session other = Wire.open(database)) {
      session.begin(Access.READ, Sessions.soon());
      int before = steps(session).size();
      Sessions.run(other, "INSERT INTO step VALUES (100)");
      assertEquals(before, steps(session).size());
      session.rollback();
    }
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
    session.rollbackTo(first, Sessions.soon());
    assertEquals("SQLX650", Sessions.code(() -> session.rollbackTo(second, Sessions.soon())));
    insert(4);
    session.release(first, Sessions.soon());
    assertEquals("SQLX650", Sessions.code(() -> session.release(first, Sessions.soon())));
    session.commit(Sessions.soon());
    assertEquals(List.of(List.of(1L), List.of(4L)), steps(session));
    assertEquals("SQLX650", Sessions.code(() -> session.savepoint(Sessions.soon())));
  }
}
