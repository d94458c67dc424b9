package org.sqlxos.wirepack.mysql.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.sqlxos.testkit.server.TestDatabase;
import org.sqlxos.testkit.session.Sessions;
import org.sqlxos.testkit.session.SqlWords;
import org.sqlxos.wirepack.api.Session;

/** Limits that the URL sets. */
abstract class TimeoutSuite {

  private final TestDatabase database;

  TimeoutSuite(TestDatabase database) {
    this.database = database;
  }

  @Test
  void aStatementTakesNoLongerThanTheUrlAllows() {
    try (Session session = Wire.open(database, "statement_timeout=300ms")) {
      assertEquals(
          "SQLX609",
          Sessions.code(() -> Sessions.one(session, SqlWords.of(database.server()).endless())));
      assertTrue(session.usable());
      assertEquals(1L, Sessions.one(session, "SELECT 1"));
    }
  }

  @Test
  void aServerThatFallsSilentIsGivenUp() {
    try (Session session = Wire.open(database, "socket_timeout=300ms")) {
      assertEquals("SQLX653", Sessions.code(() -> Sessions.one(session, "SELECT SLEEP(20)")));
      assertFalse(session.usable());
    }
  }
}
