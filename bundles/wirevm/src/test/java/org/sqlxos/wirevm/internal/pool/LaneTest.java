package org.sqlxos.wirevm.internal.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.operation.api.TargetStatement;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.testkit.await.Await;
import org.sqlxos.testkit.session.Sessions;
import org.sqlxos.wirepack.api.Access;
import org.sqlxos.wirepack.api.Session;

/** Slow statements do not starve fast ones. */
@Timeout(60)
class LaneTest {

  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final String SLOW = "SELECT count(*) FROM everything";
  private static final String FAST = "SELECT 1 FROM little";

  @RegisterExtension final Pools pools = new Pools();
  private final CountDownLatch end = new CountDownLatch(1);
  private final List<CompletableFuture<Void>> running = new ArrayList<>();
  private final ConnectionPool pool = pools.add(halfReserved(), this::open);

  private static PoolSettings halfReserved() {
    PoolSettings usual = Pools.settings(0, 4, 1);
    return new PoolSettings(
        usual.size(),
        usual.patience(),
        usual.upkeep(),
        new PoolSettings.Lanes(usual.lanes().slow(), 0.5),
        usual.leak());
  }

  private Session open(Deadline deadline) {
    FakeSession session = new FakeSession();
    session.waitsFor = SLOW;
    session.release = end;
    return session;
  }

  @AfterEach
  void end() throws Exception {
    end.countDown();
    for (CompletableFuture<Void> each : running) {
      each.get(20, TimeUnit.SECONDS);
    }
  }

  private void run(String text) {
    running.add(
        CompletableFuture.runAsync(() -> execute(text), task -> Thread.ofVirtual().start(task)));
  }

  private void execute(String text) {
    try (Session session = pool.borrow(Access.READ, text, Deadline.in(LIMIT))) {
      session.execute(new TargetStatement(text, List.of(), List.of(), false), Deadline.in(LIMIT));
    } catch (PoolClosed e) {
      throw new AssertionError(e);
    }
  }

  private void learnThatItIsSlow() {
    for (int i = 0; i < 64; i++) {
      pool.observe(FAST, 100_000);
    }
    pool.observe(SLOW, Duration.ofSeconds(1).toNanos());
    assertTrue(pool.slow(SLOW));
    assertFalse(pool.slow(FAST));
  }

  @Test
  void slowStatementsLeaveTheReservedConnectionsToTheFastOnes() {
    learnThatItIsSlow();
    for (int i = 0; i < 5; i++) {
      run(SLOW);
    }
    // Who has a connection opened for it does neither yet.
    Await.until(
        "two run and three wait",
        LIMIT,
        () -> pool.state().waiting() == 3 && pool.state().slow() == 2);
    for (int i = 0; i < 10; i++) {
      execute(FAST);
    }
  }

  @Test
  void aStatementThatIsFoundToBeSlowCountsAsOneWhileItRuns() {
    for (int i = 0; i < 64; i++) {
      pool.observe(FAST, 100_000);
    }
    run(SLOW);
    run(SLOW);
    Await.until("it is found out", LIMIT, () -> pool.state().slow() == 2);
    learnThatItIsSlow();
    run(SLOW);
    Await.until("the third waits", LIMIT, () -> pool.state().waiting() == 1);
    execute(FAST);
  }

  @Test
  void whoeverGivesUpIsToldWhoHoldsWhat() {
    learnThatItIsSlow();
    run(SLOW);
    run(SLOW);
    Await.until("two run", LIMIT, () -> pool.state().slow() == 2);
    ProblemException problem =
        org.junit.jupiter.api.Assertions.assertThrows(
            ProblemException.class,
            () -> pool.borrow(Access.READ, SLOW, Deadline.in(Duration.ofMillis(20))));
    String detail = problem.problem().detail();
    assertEquals("SQLX606", problem.problem().code().code());
    assertTrue(detail.contains("SELECT FROM everything #"), detail);
    assertTrue(detail.contains("by thread #"), detail);
    assertTrue(detail.contains(" ms"), detail);
  }

  @Test
  void aSessionThatIsNotGivenBackIsToldOfWithItsPlace() throws Exception {
    PoolSettings usual = Pools.settings(0, 1, 1);
    ConnectionPool leaking =
        pools.add(
            new PoolSettings(
                usual.size(),
                usual.patience(),
                usual.upkeep(),
                usual.lanes(),
                Duration.ofMillis(1)),
            _ -> new FakeSession());
    Session session = leaking.borrow(Access.READ, "", Deadline.in(LIMIT));
    Await.until("it is noticed", LIMIT, () -> leaking.state().counts().leaked() == 1);
    String detail =
        Sessions.refusal(() -> leaking.borrow(Access.READ, "", Deadline.in(Duration.ofMillis(1))))
            .detail();
    assertTrue(detail.contains("taken at " + LaneTest.class.getName() + ".aSession"), detail);
    session.close();
  }
}
