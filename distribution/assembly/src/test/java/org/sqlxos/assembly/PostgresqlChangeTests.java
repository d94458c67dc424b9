package org.sqlxos.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.sqlxos.testkit.await.Await;

/** Changes that PostgreSQL tells of by itself. */
interface PostgresqlChangeTests {

  /** Whether a connection listens; the driver's own statements are of other sessions. */
  String LISTENING = "SELECT count(*) FROM pg_stat_activity WHERE query = 'LISTEN sqlx_changes'";

  Http client();

  /** The first value of a query that another program runs. */
  String seen(String query) throws SQLException;

  /** Runs statements as another program does. */
  void elsewhere(String... statements) throws SQLException;

  /** The database for the command. */
  String url();

  private EventsOf listen(String path, String... headers) {
    return EventsOf.at(client().base().resolve(path), headers);
  }

  private String changes(String... arguments) throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(List.of("changes"));
    all.addAll(List.of(arguments));
    all.add("--database=" + url());
    Path folder = Files.createTempDirectory("sqlx-changes");
    SqlxProcess process = SqlxProcess.start(folder, all.toArray(String[]::new));
    assertTrue(process.process().waitFor(60, TimeUnit.SECONDS), process::output);
    assertEquals(0, process.process().exitValue(), process::output);
    return process.output();
  }

  @Test
  default void theDatabaseTellsOfChangesUntilItIsToldNotTo() throws Exception {
    elsewhere(
        "CREATE TABLE heard (id BIGINT PRIMARY KEY, note TEXT)",
        "CREATE TABLE unheard (id BIGINT PRIMARY KEY)",
        "INSERT INTO heard VALUES (1, 'one')");
    Await.until(
        "the tables are served",
        Duration.ofSeconds(20),
        () ->
            client().get("/api/heard").status() == 200
                && client().get("/api/unheard").status() == 200);
    assertEquals("heard", changes("install", "--table=heard").strip());
    everyChangeIsTold();
    whatWasMissedIsToldToWhoComesBack();
    aLostConnectionIsMadeAgain();
    elsewhere("SELECT sqlx_changes.watch('public', 'heard')");
    assertEquals("2", seen("SELECT count(*) FROM pg_trigger WHERE tgname LIKE 'sqlx_%'"));
    changes("remove");
    assertEquals("0", seen("SELECT count(*) FROM pg_trigger WHERE tgname LIKE 'sqlx_%'"));
    assertEquals("0", seen("SELECT count(*) FROM pg_namespace WHERE nspname = 'sqlx_changes'"));
  }

  private void everyChangeIsTold() throws SQLException {
    List<EventsOf> many = new ArrayList<>();
    try (EventsOf events = listen("/api/heard/changes");
        EventsOf filtered = listen("/api/heard/changes?note=like.x*")) {
      assertEquals("notification", events.first().data().at("/by").asText());
      for (int i = 0; i < 20; i++) {
        many.add(listen("/api/heard/changes"));
      }
      assertEquals("1", seen(LISTENING));
      elsewhere(
          "INSERT INTO heard VALUES (2, 'two'), (3, 'x')",
          "UPDATE heard SET note = 'ONE' WHERE id = 1");
      assertEquals("two", events.await("insert", "2").data().at("/row/note").asText());
      assertEquals("ONE", events.await("update", "1").data().at("/row/note").asText());
      // What is gone before it is read is never told of.
      filtered.await("insert", "3");
      elsewhere("UPDATE heard SET id = 20 WHERE id = 2", "DELETE FROM heard WHERE id = 3");
      events.await("delete", "2");
      events.await("insert", "20");
      events.await("delete", "3");
      elsewhere("INSERT INTO heard VALUES (30, 'x30')");
      filtered.await("insert", "30");
      // Of rows that are gone nobody can say whether they fitted the filter.
      assertEquals(2, filtered.all().size(), () -> "told: " + filtered.all());
      many.forEach(one -> one.await("insert", "30"));
      elsewhere("TRUNCATE heard");
      events.await(event -> event.name().equals("missed"));
    } finally {
      many.forEach(EventsOf::close);
    }
  }

  private void whatWasMissedIsToldToWhoComesBack() throws SQLException {
    String last;
    try (EventsOf events = listen("/api/heard/changes")) {
      elsewhere("INSERT INTO heard VALUES (40, 'before')");
      last = events.await("insert", "40").id();
      elsewhere("INSERT INTO heard VALUES (41, 'between')");
      events.await("insert", "41");
    }
    try (EventsOf events = listen("/api/heard/changes", "Last-Event-ID", last)) {
      events.await("insert", "41");
      assertEquals(1, events.all().size(), () -> "told: " + events.all());
    }
    try (EventsOf events = listen("/api/heard/changes", "Last-Event-ID", "of-another-node")) {
      events.await(event -> event.name().equals("missed"));
    }
  }

  private void aLostConnectionIsMadeAgain() throws SQLException {
    try (EventsOf events = listen("/api/heard/changes")) {
      elsewhere(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
              + " WHERE query = 'LISTEN sqlx_changes'");
      events.await(event -> event.name().equals("missed"));
      elsewhere("INSERT INTO heard VALUES (50, 'after')");
      events.await("insert", "50");
    }
  }
}
