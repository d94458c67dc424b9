package org.sqlxos.testkit.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.sqlxos.wirepack.api.Access;
import org.sqlxos.wirepack.api.Session;

/** Transactions: kept or undone as a whole, and seen by others when they are kept. */
public interface TransactionConformance extends OnSessions {

  private Session withEntries() {
    Session session = target().open();
    Sessions.run(session, "DROP TABLE IF EXISTS entry");
    Sessions.run(session, "CREATE TABLE entry (id INTEGER PRIMARY KEY)");
    return session;
  }

  private static long entries(Session session) {
    return Sessions.number(session, "SELECT COUNT(*) FROM entry");
  }

  private static void begin(Session session, Access access) {
    session.begin(access, Sessions.soon());
  }

  @Test
  default void aTransactionIsKeptOrUndone() {
    try (Session session = withEntries();
        Session other = target().open()) {
      for (int i = 0; i < 3; i++) {
        begin(session, Access.WRITE);
        Sessions.run(session, "INSERT INTO entry VALUES (" + i + ")");
        session.commit(Sessions.soon());
        assertEquals(i + 1, entries(other));
        begin(session, Access.WRITE);
        Sessions.run(session, "INSERT INTO entry VALUES (99)");
        assertEquals(i + 2, entries(session));
        session.rollback();
        assertEquals(i + 1, entries(session));
      }
    }
  }

  @Test
  default void nobodySeesWhatIsNotCommittedAndClosingUndoesIt() {
    try (Session session = withEntries()) {
      Session other = target().open();
      begin(other, Access.WRITE);
      Sessions.run(other, "INSERT INTO entry VALUES (1)");
      assertEquals(0, entries(session));
      other.close();
      assertEquals(0, entries(session));
      Sessions.run(session, "INSERT INTO entry VALUES (1)");
    }
  }

  @Test
  default void rollingBackWithoutATransactionDoesNothing() {
    try (Session session = withEntries()) {
      Sessions.run(session, "INSERT INTO entry VALUES (1)");
      session.rollback();
      session.rollback();
      assertEquals(1, entries(session));
      requireWorking(session);
    }
  }

  @Test
  default void aTransactionWithAFailedStatementIsRolledBackAsAWhole() {
    try (Session session = withEntries()) {
      begin(session, Access.WRITE);
      Sessions.run(session, "INSERT INTO entry VALUES (1)");
      String code = Sessions.code(() -> Sessions.run(session, "INSERT INTO entry VALUES (1)"));
      assertEquals("SQLX643", code);
      session.rollback();
      assertEquals(0, entries(session));
      begin(session, Access.WRITE);
      Sessions.run(session, "INSERT INTO entry VALUES (1)");
      session.commit(Sessions.soon());
      assertEquals(1, entries(session));
    }
  }

  @Test
  default void aReadingTransactionSeesOneStateAndRefusesToWrite() {
    try (Session session = withEntries();
        Session other = target().open()) {
      begin(session, Access.READ);
      assertEquals(0, entries(session));
      if (target().refusesToWriteWhileReading()) {
        Sessions.run(other, "INSERT INTO entry VALUES (1)");
        assertEquals(0, entries(session));
        String code = Sessions.code(() -> Sessions.run(session, "INSERT INTO entry VALUES (2)"));
        assertEquals("SQLX612", code);
      } else {
        assertEquals(1, Sessions.run(session, "INSERT INTO entry VALUES (2)"));
      }
      session.rollback();
      assertEquals(target().refusesToWriteWhileReading() ? 1 : 0, entries(session));
    }
  }
}
