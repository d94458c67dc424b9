package org.sqlxos.wirepack.mysql.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
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
    Wire.run(session, "DROP TABLE IF EXISTS step");
    Wire.run(session, "CREATE TABLE step (n INT PRIMARY KEY)");
  }

  @AfterEach
  void close() {
    session.close();
  }

  private void insert(int number) {
    Wire.run(session, "INSERT INTO step VALUES (?)", (long) number);
  }

  private List<List<Object>> steps(Session reader) {
    return Wire.rows(reader, "SELECT n FROM step ORDER BY n");
  }

  /** How many rows a transaction sees that another one adds, uncommitted and committed. */
  private List<Integer> seen(Isolation isolation) {
    try (Session other = Wire.open(database)) {
      session.begin(Access.READ, isolation, Wire.soon());
      int before = steps(session).size();
      other.begin(Access.WRITE, Wire.soon());
      Wire.run(other, "INSERT INTO step VALUES (?)", (long) before);
      int during = steps(session).size();
      other.commit(Wire.soon());
      int after = steps(session).size();
      session.commit(Wire.soon());
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
    session.begin(Access.WRITE, Isolation.SERIALIZABLE, Wire.soon());
    steps(session);
    try (Session other = Wire.open(database)) {
      Wire.run(other, "SET SESSION innodb_lock_wait_timeout = 1");
      assertEquals("SQLX608", Wire.code(() -> Wire.run(other, "INSERT INTO step VALUES (1)")));
    }
    session.rollback();
    assertEquals(List.of(), steps(session));
  }

  @Test
  void theLevelIsThatOfOneTransactionOnly() {
    assertEquals(List.of(1, 1), seen(Isolation.READ_UNCOMMITTED));
    try (Session other = Wire.open(database)) {
      session.begin(Access.READ, Wire.soon());
      int before = steps(session).size();
      Wire.run(other, "INSERT INTO step VALUES (100)");
      assertEquals(before, steps(session).size());
      session.rollback();
    }
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
    session.rollbackTo(first, Wire.soon());
    assertEquals("SQLX650", Wire.code(() -> session.rollbackTo(second, Wire.soon())));
    insert(4);
    session.release(first, Wire.soon());
    assertEquals("SQLX650", Wire.code(() -> session.release(first, Wire.soon())));
    session.commit(Wire.soon());
    assertEquals(List.of(List.of(1L), List.of(4L)), steps(session));
    assertEquals("SQLX650", Wire.code(() -> session.savepoint(Wire.soon())));
  }
}
