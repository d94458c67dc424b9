package org.sqlxos.wirepack.postgresql.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sqlxos.operation.api.TargetStatement;
import org.sqlxos.testkit.server.TestDatabase;
import org.sqlxos.testkit.session.Sessions;
import org.sqlxos.wirepack.api.Session;

/** What does not fit is refused before it is sent, and the session goes on. */
abstract class LimitSuite {

  private final TestDatabase database;
  private Session session;

  LimitSuite(TestDatabase database) {
    this.database = database;
  }

  @BeforeEach
  void open() {
    session = Wire.open(database);
  }

  @AfterEach
  void close() {
    assertTrue(session.usable());
    assertEquals(7L, Sessions.one(session, "SELECT 7"));
    session.close();
  }

  @Test
  void aValueOfMegabytesPassesAndTheNextOneToo() {
    for (int i = 0; i < 3; i++) {
      Object value = Sessions.one(session, "SELECT repeat('x', 50000000)");
      assertEquals(50_000_000, String.valueOf(value).length());
      assertEquals(1L, Sessions.one(session, "SELECT 1"));
    }
  }

  @Test
  void anotherNumberOfParametersIsRefused() {
    assertEquals("SQLX613", Sessions.code(() -> Sessions.rows(session, "SELECT $1::int")));
    assertEquals("SQLX613", Sessions.code(() -> Sessions.rows(session, "SELECT $1::int", 1L, 2L)));
    assertEquals("SQLX613", Sessions.code(() -> Sessions.rows(session, "SELECT 1", 1L)));
  }

  @Test
  void textWithAZeroIsRefused() {
    for (String text : List.of("\0", "a\0b", "ab\0")) {
      String code = Sessions.code(() -> Sessions.rows(session, "SELECT $1::text", text));
      assertTrue(List.of("SQLX636", "SQLX644").contains(code), code);
    }
    assertEquals("SQLX636", Sessions.code(() -> Sessions.rows(session, "SELECT 'a\0b'")));
  }

  @Test
  void halfASurrogatePairIsRefused() {
    assertEquals(
        "SQLX644", Sessions.code(() -> Sessions.rows(session, "SELECT $1::text", "a\ud800")));
  }

  @Test
  void valuesOfTheWrongClassOrRangeAreRefused() {
    assertEquals(
        "SQLX644", Sessions.code(() -> Sessions.rows(session, "SELECT $1::int2", 40_000L)));
    assertEquals("SQLX644", Sessions.code(() -> Sessions.rows(session, "SELECT $1::int4", "one")));
    assertEquals("SQLX644", Sessions.code(() -> Sessions.rows(session, "SELECT $1::uuid", 3L)));
    assertEquals("SQLX644", Sessions.code(() -> Sessions.rows(session, "SELECT $1::json", "{")));
    assertEquals("SQLX644", Sessions.code(() -> Sessions.rows(session, "SELECT $1", new Object())));
  }

  @Test
  void asManyParametersAsTheProtocolCountsAreSent() {
    assertEquals(65_535L, Sessions.one(session, count(65_535), ones(65_535)));
  }

  @Test
  void moreParametersThanTheProtocolCountsAreRefused() {
    String code = Sessions.code(() -> Sessions.rows(session, count(65_536), ones(65_536)));
    assertTrue(List.of("SQLX613", "SQLX618").contains(code), code);
    code = Sessions.code(() -> Sessions.rows(session, "SELECT $1::int", ones(65_537)));
    assertTrue(List.of("SQLX613", "SQLX618").contains(code), code);
  }

  private static Object[] ones(int count) {
    return Collections.nCopies(count, 1L).toArray();
  }

  private static String count(int parameters) {
    StringBuilder text = new StringBuilder("SELECT cardinality(ARRAY[");
    for (int i = 1; i <= parameters; i++) {
      text.append(i == 1 ? "$" : "::int,$").append(i);
    }
    return text.append("::int])").toString();
  }

  @Test
  void aResultOfAnotherWidthThanPlannedIsRefused() {
    TargetStatement planned =
        new TargetStatement(
            "SELECT 1, 2",
            List.of(),
            List.of(
                new org.sqlxos.operation.api.ResultColumn(
                    "a", org.sqlxos.type.api.UniversalType.parse("integer(32)"))),
            false);
    assertEquals("SQLX614", Sessions.code(() -> session.query(planned, Sessions.soon()).next()));
  }
}
