package org.sqlxos.testkit.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.sqlxos.wirepack.api.Session;

/**
 * Many callers on one connection: each gets its own answer or its own error, whatever the others
 * ask. {@code -Dsqlxos.shared.seed=N} repeats a run that failed; the seed is reported.
 */
public interface SharingConformance extends OnServers {

  /** How many share a connection. */
  int CALLERS = 200;

  /** How much each of them asks; {@code -Dsqlxos.shared.each=N} has them ask more. */
  int EACH = Integer.getInteger("sqlxos.shared.each", 15);

  /** How much each asks where only the way there is another. */
  int EACH_ON_ANOTHER_WAY = 5;

  /** What the callers' random questions begin with. */
  long SEED = Long.getLong("sqlxos.shared.seed", System.nanoTime());

  /** Another session on the same connection. */
  Session share(Session session);

  /** Opens a session with these parameters of the URL. */
  Session openWith(String parameters);

  @Test
  default void everyCallerGetsItsOwnAnswerOrItsOwnError(TestReporter reporter) throws Exception {
    try (Session session = openWith("sslmode=disable")) {
      askAll(session, EACH, reporter);
    }
  }

  @Test
  default void everyCallerGetsItsOwnAnswerThroughTls(TestReporter reporter) throws Exception {
    try (Session session = openWith("sslmode=require")) {
      askAll(session, EACH_ON_ANOTHER_WAY, reporter);
    }
  }

  /** Lets all callers ask so much each, and leaves the connection as it was. */
  default void askAll(Session session, int each, TestReporter reporter) throws Exception {
    Sessions.run(session, "DROP TABLE IF EXISTS taken");
    Sessions.run(session, "CREATE TABLE taken (id INTEGER PRIMARY KEY)");
    Sessions.run(session, "INSERT INTO taken VALUES (1)");
    reporter.publishEntry("sqlxos.shared.seed", Long.toString(SEED));
    SplittableRandom random = new SplittableRandom(SEED);
    List<Future<Integer>> callers = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < CALLERS; i++) {
        SharedCaller caller =
            new SharedCaller(share(session), target().words(), random.split(), i * 1_000_000L);
        callers.add(threads.submit(() -> caller.ask(each)));
      }
    }
    int asked = 0;
    for (Future<Integer> caller : callers) {
      asked += caller.get();
    }
    assertEquals(CALLERS * each, asked);
    assertTrue(session.usable());
    requireWorking(session);
    assertEquals(1L, Sessions.number(session, "SELECT COUNT(*) FROM taken"));
  }
}
