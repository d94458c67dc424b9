package org.sqlxos.wirepack.postgresql.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.sqlxos.testkit.server.TestDatabase;
import org.sqlxos.testkit.session.Sessions;
import org.sqlxos.wirepack.api.Session;
import org.sqlxos.wirevm.internal.pool.Multiplexed;

/** A copy that nobody meant, on a connection that others use as well. */
abstract class SharedCopySuite {

  private static final int CALLERS = 24;
  private static final int ROUNDS = 60;

  private final TestDatabase database;

  SharedCopySuite(TestDatabase database) {
    this.database = database;
  }

  @Test
  void everybodyGetsItsOwnAnswerBehindACopyThatIsRefused() {
    try (Multiplexed connection = (Multiplexed) Wire.open(database);
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Sessions.run(connection, "CREATE TABLE heap (n int)");
      List<CompletableFuture<Void>> all = new ArrayList<>();
      for (int i = 0; i < CALLERS; i++) {
        int caller = i;
        all.add(CompletableFuture.runAsync(() -> call(connection.share(), caller), threads));
      }
      all.forEach(CompletableFuture::join);
      assertTrue(connection.usable());
      assertEquals(0L, Sessions.one(connection, "SELECT count(*) FROM heap"));
      Sessions.run(connection, "DROP TABLE heap");
    }
  }

  private static void call(Session session, int caller) {
    for (int round = 0; round < ROUNDS; round++) {
      switch (caller % 4) {
        case 0 ->
            assertEquals(
                "SQLX613", Sessions.code(() -> Sessions.run(session, "COPY heap FROM STDIN")));
        case 1 ->
            assertEquals(
                "SQLX613", Sessions.code(() -> Sessions.rows(session, "COPY heap FROM STDIN")));
        default -> {
          long asked = 1000L * caller + round;
          assertEquals(asked, Sessions.one(session, "SELECT $1::bigint", asked));
          Sessions.one(session, "SELECT %d + %d".formatted(caller, round));
        }
      }
    }
  }
}
