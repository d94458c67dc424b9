package org.sqlxos.wirepack.postgresql.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.testkit.server.TestDatabase;
import org.sqlxos.testkit.session.Sessions;
import org.sqlxos.wirepack.api.Session;

/** Limits that the URL sets. */
abstract class TimeoutSuite {

  private static final String LONG = "SELECT pg_sleep(600)";

  private final TestDatabase database;

  TimeoutSuite(TestDatabase database) {
    this.database = database;
  }

  private Session open(String parameters) {
    return Wire.open(database.url() + "?" + parameters);
  }

  @Test
  void aStatementTakesNoLongerThanTheUrlAllows() {
    try (Session session = open("statement_timeout=300ms")) {
      assertEquals("SQLX609", Sessions.code(() -> Sessions.rows(session, LONG)));
      assertEquals("SQLX609", Sessions.code(() -> Sessions.run(session, LONG)));
      assertTrue(session.usable());
      assertEquals(1L, Sessions.one(session, "SELECT 1"));
    }
  }

  @Test
  void theCallersDeadlineCountsIfItIsSooner() {
    try (Session session = open("statement_timeout=1h")) {
      assertEquals(
          "SQLX609",
          Sessions.code(
              () -> session.execute(Sessions.sql(LONG), Deadline.in(Duration.ofMillis(200)))));
      assertTrue(session.usable());
    }
  }

  @Test
  void aServerThatFallsSilentIsGivenUp() throws Exception {
    try (Session session = open("socket_timeout=500ms&sslmode=disable");
        Session encrypted = open("socket_timeout=500ms&sslmode=require")) {
      for (Session each : List.of(session, encrypted)) {
        Object process = Sessions.one(each, "SELECT pg_backend_pid()");
        signal("STOP", process);
        try {
          assertEquals("SQLX653", Sessions.code(() -> Sessions.rows(each, "SELECT 1")));
        } finally {
          signal("CONT", process);
        }
        assertFalse(each.usable());
        assertEquals("SQLX611", Sessions.code(() -> Sessions.rows(each, "SELECT 1")));
      }
    }
  }

  private static void signal(String signal, Object process)
      throws IOException, InterruptedException {
    assertEquals(0, new ProcessBuilder("kill", "-" + signal, process.toString()).start().waitFor());
  }

  @Test
  void anAnswerThatTakesLongerThanASilenceMayIsGivenUp() {
    try (Session session = open("socket_timeout=300ms")) {
      assertEquals("SQLX653", Sessions.code(() -> Sessions.rows(session, LONG)));
    }
  }

  @Test
  void aSilentSessionThatWaitsForNothingIsKept() {
    try (Session session = open("socket_timeout=100ms")) {
      assertEquals(
          java.util.Optional.empty(), session.notification(Deadline.in(Duration.ofMillis(500))));
      assertEquals(1L, Sessions.one(session, "SELECT 1"));
      assertEquals("SQLX653", Sessions.code(() -> Sessions.rows(session, LONG)));
    }
  }

  @Test
  void unitsAreUnderstoodAndNonsenseIsRefused() {
    for (String right : List.of("5", "5s", "500ms", "5min", "1h")) {
      try (Session session =
          open("connect_timeout=5&statement_timeout=" + right + "&socket_timeout=" + right)) {
        assertEquals(1L, Sessions.one(session, "SELECT 1"));
      }
    }
    for (String wrong : List.of("0", "-1", "5m", "fast", "1.5s", "90000", "99999999999", "")) {
      for (String name : List.of("connect_timeout", "statement_timeout", "socket_timeout")) {
        assertEquals("SQLX604", Sessions.code(() -> open(name + "=" + wrong)), wrong);
      }
    }
  }
}
