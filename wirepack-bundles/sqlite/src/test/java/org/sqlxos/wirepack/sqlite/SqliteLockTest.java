package org.sqlxos.wirepack.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sqlxos.testkit.session.Sessions.soon;
import static org.sqlxos.testkit.session.Sessions.sql;
import static org.sqlxos.wirepack.sqlite.Sqlite.reading;
import static org.sqlxos.wirepack.sqlite.Sqlite.values;

import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.wirepack.api.Access;
import org.sqlxos.wirepack.api.Session;

@Timeout(60)
class SqliteLockTest {

  private static final String ENDLESS =
      "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n";
  @TempDir Path folder;
  private Path file;
  private Session session;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  @BeforeEach
  void open() throws Exception {
    file = folder.resolve("locks.db");
    Sqlite.write(file, "CREATE TABLE t(a)", "INSERT INTO t VALUES (1)");
    session = Sqlite.open(file);
  }

  @AfterEach
  void close() {
    session.close();
    threads.close();
  }

  private static String codeOf(Runnable action) {
    return assertThrows(ProblemException.class, action::run).problem().code().code();
  }

  @Test
  void waitsForAnotherProgramsLockAndThenSucceeds() throws Exception {
    try (Connection other = Sqlite.otherProgram(file, "BEGIN EXCLUSIVE")) {
      CompletableFuture<List<String>> read =
          CompletableFuture.supplyAsync(
              () -> values(session, reading("any", "SELECT a FROM t")), threads);
      CompletableFuture<Void> opened =
          CompletableFuture.runAsync(() -> Sqlite.open(file).close(), threads);
      assertTrue(!read.isDone() && !opened.isDone());
      try (var statement = other.createStatement()) {
        statement.execute("COMMIT");
      }
      assertEquals(List.of("INTEGER 1"), read.get(20, TimeUnit.SECONDS));
      opened.get(20, TimeUnit.SECONDS);
    }
  }

  @Test
  void saysBusyAtTheDeadlineAndWorksAfterwards() throws Exception {
    try (Connection other = Sqlite.otherProgram(file, "BEGIN EXCLUSIVE")) {
      Deadline near = Deadline.in(Duration.ofMillis(60));
      assertEquals("SQLX608", codeOf(() -> session.begin(Access.WRITE, near)));
    }
    session.begin(Access.WRITE, soon());
    session.execute(sql("UPDATE t SET a = 2"), soon());
    session.commit(soon());
    assertEquals(List.of("INTEGER 2"), values(session, reading("any", "SELECT a FROM t")));
  }

  @Test
  void commitsOnceTheReaderHasGone() throws Exception {
    session.begin(Access.WRITE, soon());
    session.execute(sql("UPDATE t SET a = 5"), soon());
    try (Connection other = Sqlite.otherProgram(file, "BEGIN", "SELECT a FROM t")) {
      CompletableFuture<Void> commit =
          CompletableFuture.runAsync(() -> session.commit(soon()), threads);
      try (var statement = other.createStatement()) {
        statement.execute("COMMIT");
      }
      commit.get(20, TimeUnit.SECONDS);
    }
    assertEquals(List.of("INTEGER 5"), values(session, reading("any", "SELECT a FROM t")));
  }

  @Test
  void rollsBackAWriteThatIsStopped() {
    session.begin(Access.WRITE, soon());
    session.execute(sql("UPDATE t SET a = 9"), soon());
    String endless = "UPDATE t SET a = (" + ENDLESS + ")";
    assertEquals(
        "SQLX609", codeOf(() -> session.execute(sql(endless), Deadline.in(Duration.ofMillis(50)))));
    session.rollback();
    try (Session next = Sqlite.open(file)) {
      assertEquals(List.of("INTEGER 1"), values(next, reading("any", "SELECT a FROM t")));
    }
  }
}
