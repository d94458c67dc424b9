package org.sqlxos.wirevm.internal.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.operation.api.TargetStatement;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.testkit.await.Await;
import org.sqlxos.wirepack.api.Access;
import org.sqlxos.wirepack.api.Session;
import org.sqlxos.wirevm.internal.WireProblem;

/** What a pool does about connections that break and servers that go away. */
@Timeout(60)
class RecoveryTest {

  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final TargetStatement READ = statement("SELECT 1", false);
  private static final TargetStatement WRITE = statement("UPDATE t SET n = 1", true);

  @RegisterExtension final Pools pools = new Pools();
  private final List<FakeSession> opened = Collections.synchronizedList(new ArrayList<>());
  private volatile boolean down;

  private static TargetStatement statement(String text, boolean writes) {
    return new TargetStatement(text, List.of(), List.of(), writes);
  }

  private Session open(Deadline deadline) {
    if (down) {
      throw WireProblem.UNREACHABLE.problem("nobody there");
    }
    FakeSession session = new FakeSession();
    opened.add(session);
    return session;
  }

  private ConnectionPool pool(int max) {
    return pools.add(max, 1, this::open);
  }

  private static Session borrow(ConnectionPool pool, Access access) throws PoolClosed {
    return pool.borrow(access, "", Deadline.in(LIMIT));
  }

  /** The connection breaks during the next statement. */
  private static void lose(FakeSession session) {
    session.broken = true;
    session.failure = WireProblem.LOST.problem("gone");
  }

  /** The same, but so that it looks well before. */
  private static void loseWithinTheNext(FakeSession session) {
    session.loses = true;
  }

  private static WireProblem code(org.junit.jupiter.api.function.Executable call) {
    return (WireProblem) assertThrows(ProblemException.class, call).problem().code();
  }

  @Test
  void aReadWhoseConnectionIsLostIsRunOnAnother() throws Exception {
    ConnectionPool pool = pool(1);
    try (Session session = borrow(pool, Access.READ)) {
      loseWithinTheNext(opened.getFirst());
      assertEquals(1, session.execute(READ, Deadline.in(LIMIT)));
      assertEquals(2, opened.size());
      assertTrue(opened.getFirst().closed);
    }
    assertEquals(1, pool.state().counts().retried());
    assertEquals(1, pool.state().counts().lost());
  }

  @Test
  void aWriteThatWasSentIsNeverSentAgain() throws Exception {
    ConnectionPool pool = pool(1);
    try (Session session = borrow(pool, Access.WRITE)) {
      loseWithinTheNext(opened.getFirst());
      assertSame(
          WireProblem.OUTCOME_UNKNOWN, code(() -> session.execute(WRITE, Deadline.in(LIMIT))));
    }
    assertEquals(1, opened.getFirst().statements.get());
    assertEquals(1, opened.size());
    assertEquals(1, pool.state().counts().unknown());
  }

  @Test
  void aWriteBeforeWhichTheConnectionWasLostIsRunOnAnother() throws Exception {
    ConnectionPool pool = pool(1);
    try (Session session = borrow(pool, Access.WRITE)) {
      lose(opened.getFirst());
      assertEquals(1, session.execute(WRITE, Deadline.in(LIMIT)));
    }
    assertEquals(2, opened.size());
  }

  @Test
  void aTransactionBeginsOnAnotherConnectionIfItsOwnIsLost() throws Exception {
    ConnectionPool pool = pool(1);
    try (Session session = borrow(pool, Access.WRITE)) {
      lose(opened.getFirst());
      session.begin(Access.WRITE, Deadline.in(LIMIT));
      assertEquals(1, session.execute(WRITE, Deadline.in(LIMIT)));
      session.commit(Deadline.in(LIMIT));
    }
    assertEquals(2, opened.size());
  }

  @Test
  void aTransactionThatIsLostBeforeItsCommitIsKnownToBeUndone() throws Exception {
    ConnectionPool pool = pool(1);
    try (Session session = borrow(pool, Access.WRITE)) {
      session.begin(Access.WRITE, Deadline.in(LIMIT));
      loseWithinTheNext(opened.getFirst());
      assertSame(WireProblem.LOST, code(() -> session.execute(WRITE, Deadline.in(LIMIT))));
      assertSame(WireProblem.LOST, code(() -> session.execute(READ, Deadline.in(LIMIT))));
      assertSame(WireProblem.LOST, code(() -> session.commit(Deadline.in(LIMIT))));
    }
    assertEquals(1, opened.size());
    assertEquals(0, pool.state().counts().unknown());
  }

  @Test
  void nobodyKnowsWhatBecameOfACommitThatWasNotAnswered() throws Exception {
    ConnectionPool pool = pool(1);
    try (Session session = borrow(pool, Access.WRITE)) {
      session.begin(Access.WRITE, Deadline.in(LIMIT));
      session.execute(WRITE, Deadline.in(LIMIT));
      opened.getFirst().failure = WireProblem.LOST.problem("gone");
      assertSame(WireProblem.OUTCOME_UNKNOWN, code(() -> session.commit(Deadline.in(LIMIT))));
    }
  }

  @Test
  void whoeverComesWhileAKnownDatabaseIsAwayWaitsForItsReturn() throws Exception {
    ConnectionPool pool = pool(2);
    borrow(pool, Access.READ).close();
    down = true;
    opened.getFirst().broken = true;
    CompletableFuture<Session> waiting = new CompletableFuture<>();
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                waiting.complete(borrow(pool, Access.READ));
              } catch (PoolClosed | RuntimeException e) {
                waiting.completeExceptionally(e);
              }
            });
    Await.until("several attempts", LIMIT, () -> pool.state().counts().refused() > 3);
    assertFalse(waiting.isDone());
    down = false;
    waiting.get(LIMIT.toSeconds(), TimeUnit.SECONDS).close();
    assertEquals(1, pool.state().open());
  }

  @Test
  void anOutageThatLastsTooLongIsToldAtOnce() throws Exception {
    PoolSettings usual = Pools.settings(0, 2, 1);
    ConnectionPool pool =
        pools.add(
            new PoolSettings(
                usual.size(),
                new PoolSettings.Patience(LIMIT, Duration.ofMillis(1), Duration.ZERO),
                usual.upkeep(),
                usual.lanes(),
                usual.leak()),
            this::open);
    borrow(pool, Access.READ).close();
    down = true;
    opened.getFirst().broken = true;
    assertSame(WireProblem.UNREACHABLE, code(() -> borrow(pool, Access.READ)));
    down = false;
    Await.until("it is back by itself", LIMIT, () -> pool.state().open() == 1);
    borrow(pool, Access.READ).close();
  }

  @Test
  void aPoolThatWasNeverFilledFillsItselfOnceItCan() {
    down = true;
    ConnectionPool pool = pools.add(Pools.settings(2, 4, 1), this::open);
    Await.until("an attempt", LIMIT, () -> pool.state().counts().refused() > 1);
    down = false;
    Await.until("two connections", LIMIT, () -> pool.state().open() == 2);
  }

  @Test
  void connectionsThatRestAreReplacedWhenTheyBreak() {
    ConnectionPool pool = pools.add(Pools.settings(3, 4, 1), this::open);
    Await.until("three connections", LIMIT, () -> pool.state().open() == 3);
    List.copyOf(opened).forEach(session -> session.broken = true);
    Await.until("three others", LIMIT, () -> opened.size() == 6 && pool.state().open() == 3);
    assertEquals(3, pool.state().counts().lost());
  }

  @Test
  void connectionsGetNoOlderThanTheyMay() throws Exception {
    PoolSettings usual = Pools.settings(1, 1, 1);
    ConnectionPool pool =
        pools.add(
            new PoolSettings(
                usual.size(),
                usual.patience(),
                new PoolSettings.Upkeep(Duration.ZERO, Duration.ofMillis(20), Duration.ZERO),
                usual.lanes(),
                usual.leak()),
            this::open);
    borrow(pool, Access.READ).close();
    Await.until("a second one", LIMIT, () -> opened.size() > 1);
    assertTrue(opened.getFirst().closed);
  }

  @Test
  void whatNobodyUsesIsClosedDownToTheFewest() throws Exception {
    PoolSettings usual = Pools.settings(1, 4, 1);
    ConnectionPool pool =
        pools.add(
            new PoolSettings(
                usual.size(),
                usual.patience(),
                new PoolSettings.Upkeep(Duration.ofMillis(20), Duration.ZERO, Duration.ZERO),
                usual.lanes(),
                usual.leak()),
            this::open);
    try (Session _ = borrow(pool, Access.READ);
        Session _ = borrow(pool, Access.READ);
        Session _ = borrow(pool, Access.READ)) {
      assertEquals(3, pool.state().open());
    }
    Await.until("one is left", LIMIT, () -> pool.state().open() == 1);
    assertEquals(2, pool.state().counts().retired());
  }
}
