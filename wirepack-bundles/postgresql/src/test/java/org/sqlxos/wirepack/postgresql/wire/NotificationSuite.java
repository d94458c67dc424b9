package org.sqlxos.wirepack.postgresql.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.PGConnection;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.testkit.await.Await;
import org.sqlxos.testkit.server.TestDatabase;
import org.sqlxos.testkit.session.Sessions;
import org.sqlxos.wirepack.api.Notice;
import org.sqlxos.wirepack.api.Notification;
import org.sqlxos.wirepack.api.Session;

/** What the server says unasked; the vendor's driver has it said. */
abstract class NotificationSuite {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final TestDatabase database;
  private Session session;
  private Connection teller;

  NotificationSuite(TestDatabase database) {
    this.database = database;
  }

  @BeforeEach
  void open() throws SQLException {
    session = Wire.open(database);
    Sessions.run(session, "LISTEN news");
    teller = database.connect();
  }

  @AfterEach
  void close() throws SQLException {
    session.close();
    teller.close();
  }

  private void tell(String payload) {
    try (PreparedStatement statement = teller.prepareStatement("SELECT pg_notify('news', ?)")) {
      statement.setString(1, payload);
      statement.execute();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private long tellerProcess() throws SQLException {
    return teller.unwrap(PGConnection.class).getBackendPID();
  }

  private static Deadline shortly() {
    return Deadline.in(Duration.ofMillis(50));
  }

  private Notification next() {
    return session.notification(Sessions.soon()).orElseThrow();
  }

  private boolean waits(CompletableFuture<?> waiting) {
    return !waiting.isDone();
  }

  @ParameterizedTest
  @ValueSource(strings = {"disable", "require"})
  void comesWhileSomebodyWaits(String tls) throws Exception {
    try (Session mine = Wire.open(database.url() + "?sslmode=" + tls)) {
      Sessions.run(mine, "LISTEN news");
      CompletableFuture<Notification> got = new CompletableFuture<>();
      Thread.ofVirtual()
          .start(() -> got.complete(mine.notification(Sessions.soon()).orElseThrow()));
      String longest = "ö".repeat(3999) + "x";
      tell(longest);
      assertEquals(new Notification("news", longest, tellerProcess()), got.get());
      for (int i = 0; i < 200; i++) {
        tell("n" + i);
        if (i % 10 == 0) {
          mine.notification(Deadline.in(Duration.ZERO)).ifPresent(n -> tell(n.payload()));
        }
      }
      List<String> all = new ArrayList<>();
      while (all.size() < 200) {
        all.add(mine.notification(Sessions.soon()).orElseThrow().payload());
      }
      assertEquals(200, all.stream().distinct().count());
      assertEquals(3L, Sessions.one(mine, "SELECT 3"));
    }
  }

  @Test
  void aDeadlineThatPassesLeavesTheSessionAsItWas() {
    for (int i = 0; i < 5; i++) {
      assertEquals(Optional.empty(), session.notification(shortly()));
      assertEquals((long) i, Sessions.one(session, "SELECT $1::int", (long) i));
    }
    tell("late");
    assertEquals("late", next().payload());
  }

  @Test
  void aDeadlineThatHasPassedLooksOnce() {
    tell("there");
    Await.until(
        "it to come",
        PATIENCE,
        () -> session.notification(Deadline.in(Duration.ofSeconds(-1))).isPresent());
  }

  @Test
  void thoseThatComeWhileStatementsRunAreKeptInOrder() throws SQLException {
    int many = 10_000;
    CompletableFuture<Void> told =
        CompletableFuture.runAsync(
            () -> {
              for (int i = 0; i < many; i++) {
                tell(Integer.toString(i));
              }
            });
    while (!told.isDone()) {
      Sessions.rows(session, "SELECT n FROM generate_series(1, 100) n");
    }
    told.join();
    for (int i = 0; i < many; i++) {
      assertEquals(Integer.toString(i), next().payload());
    }
    assertEquals(Optional.empty(), session.notification(shortly()));
  }

  @Test
  void whatIsTooMuchIsDroppedAndTold() throws SQLException {
    try (Statement statement = teller.createStatement()) {
      statement.execute("SELECT pg_notify('news', n::text) FROM generate_series(1, 10100) n");
    }
    Await.until(
        "all of them to come",
        PATIENCE,
        () -> {
          Sessions.one(session, "SELECT 1");
          return Sessions.one(session, "SELECT pg_notification_queue_usage() = 0").equals(true);
        });
    assertEquals("SQLX659", Sessions.code(() -> session.notification(Sessions.soon())));
    for (int i = 101; i <= 10_100; i++) {
      assertEquals(Integer.toString(i), next().payload());
    }
  }

  @Test
  void cancelEndsTheWaitAndNothingElse() {
    CompletableFuture<String> code = new CompletableFuture<>();
    Thread waiter =
        Thread.ofVirtual()
            .start(() -> code.complete(Sessions.code(() -> session.notification(Sessions.soon()))));
    Await.until("it to wait", PATIENCE, () -> parked(waiter));
    assertTrue(waits(code));
    Thread.ofVirtual().start(session::cancel);
    session.cancel();
    assertEquals("SQLX610", code.join());
    tell("after");
    assertEquals("after", next().payload());
    session.cancel();
    assertEquals(1L, Sessions.one(session, "SELECT 1"));
  }

  private static boolean parked(Thread thread) {
    return switch (thread.getState()) {
      case WAITING, TIMED_WAITING -> true;
      case NEW, RUNNABLE, BLOCKED, TERMINATED -> false;
    };
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void anInterruptEndsTheWaitAndNothingElse(boolean virtual) throws Exception {
    CompletableFuture<String> code = new CompletableFuture<>();
    Runnable wait =
        () -> {
          String refused = Sessions.code(() -> session.notification(Sessions.soon()));
          code.complete(refused + Thread.currentThread().isInterrupted());
        };
    Thread waiter = virtual ? Thread.ofVirtual().start(wait) : Thread.ofPlatform().start(wait);
    Await.until("it to wait", PATIENCE, () -> parked(waiter));
    waiter.interrupt();
    assertEquals("SQLX610true", code.join());
    waiter.join();
    tell("after");
    assertEquals("after", next().payload());
  }

  @Test
  void aServerThatEndsTheSessionIsLost() throws SQLException {
    Object process = Sessions.one(session, "SELECT pg_backend_pid()");
    CompletableFuture<String> code = new CompletableFuture<>();
    Thread.ofVirtual()
        .start(() -> code.complete(Sessions.code(() -> session.notification(Sessions.soon()))));
    try (Connection administrator = database.asAdministrator().connect();
        Statement statement = administrator.createStatement()) {
      statement.execute("SELECT pg_terminate_backend(%s, 20000)".formatted(process));
    }
    assertEquals("SQLX611", code.join());
    assertFalse(session.usable());
  }

  @Test
  void remarksGoToWhoeverHeedsThem() {
    List<Notice> heard = new ArrayList<>();
    session.onNotice(heard::add);
    Sessions.run(session, "DO $$ BEGIN RAISE NOTICE 'first %', 1; RAISE WARNING 'second'; END $$");
    assertEquals(
        List.of(new Notice("NOTICE", "00000", "first 1"), new Notice("WARNING", "01000", "second")),
        heard);
  }

  @Test
  void aListenerThatThrowsDoesNotDisturbTheSession() {
    session.onNotice(
        _ -> {
          throw new IllegalStateException("in a test, on purpose");
        });
    Sessions.run(session, "DO $$ BEGIN RAISE NOTICE 'n'; END $$");
    assertEquals(2L, Sessions.one(session, "SELECT 2"));
  }
}
