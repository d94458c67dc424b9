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
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.testkit.await.Await;
import org.sqlxos.wirepack.api.Access;
import org.sqlxos.wirepack.api.Session;
import org.sqlxos.wirevm.internal.WireProblem;

@Timeout(60)
class ConnectionPoolTest {

  private static final Duration LIMIT = Duration.ofSeconds(20);

  @RegisterExtension final Pools pools = new Pools();
  private final List<FakeSession> opened = Collections.synchronizedList(new ArrayList<>());
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  @AfterEach
  void stop() {
    threads.close();
  }

  private ConnectionPool pool(int connections) {
    return pools.add(connections, 1, this::open);
  }

  private Session open(Deadline deadline) {
    FakeSession session = new FakeSession();
    opened.add(session);
    return session;
  }

  private static Deadline soon() {
    return Deadline.in(LIMIT);
  }

  private static Deadline now() {
    return Deadline.in(Duration.ofMillis(50));
  }

  private static Session read(ConnectionPool pool) throws PoolClosed {
    return pool.borrow(Access.READ, "", soon());
  }

  @Test
  void lendsTheSameSessionAgainRolledBack() throws Exception {
    ConnectionPool pool = pool(2);
    assertEquals(0, opened.size());
    read(pool).close();
    read(pool).close();
    assertEquals(1, opened.size());
    assertEquals(2, opened.getFirst().rollbacks);
  }

  @Test
  void replacesABrokenSession() throws Exception {
    ConnectionPool pool = pool(1);
    try (Session session = read(pool)) {
      opened.getFirst().broken = true;
      assertFalse(session.usable());
    }
    assertTrue(opened.getFirst().closed);
    read(pool).close();
    opened.getLast().broken = true;
    read(pool).close();
    assertEquals(3, opened.size());
  }

  @Test
  void saysHowManyAreInUseWhenNoneIsFree() throws Exception {
    ConnectionPool pool = pool(2);
    try (Session _ = read(pool);
        Session _ = read(pool)) {
      ProblemException problem =
          assertThrows(ProblemException.class, () -> pool.borrow(Access.READ, "", now()));
      assertSame(WireProblem.POOL_EXHAUSTED, problem.problem().code());
      assertTrue(problem.problem().detail().contains("2 of at most 2"), problem.problem()::detail);
    }
    assertEquals(0, pool.state().busy());
  }

  @Test
  void servesThoseWhoWaitInTheirOrder() throws Exception {
    ConnectionPool pool = pool(1);
    List<Integer> order = Collections.synchronizedList(new ArrayList<>());
    List<CompletableFuture<Void>> waiting = new ArrayList<>();
    try (Session _ = read(pool)) {
      for (int i = 0; i < 5; i++) {
        int number = i;
        Thread thread = Thread.ofPlatform().unstarted(() -> note(pool, order, number));
        thread.start();
        Await.until(
            "waiter " + number, LIMIT, () -> thread.getState() == Thread.State.TIMED_WAITING);
        waiting.add(CompletableFuture.runAsync(() -> join(thread), threads));
      }
    }
    CompletableFuture.allOf(waiting.toArray(CompletableFuture[]::new)).get(20, TimeUnit.SECONDS);
    assertEquals(List.of(0, 1, 2, 3, 4), order);
  }

  private static void note(ConnectionPool pool, List<Integer> order, int number) {
    try (Session _ = read(pool)) {
      order.add(number);
    } catch (PoolClosed e) {
      throw new AssertionError(e);
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void givesBackOnceHoweverOftenItIsClosed() throws Exception {
    ConnectionPool pool = pool(1);
    Session session = read(pool);
    session.close();
    session.close();
    try (Session _ = read(pool)) {
      assertThrows(ProblemException.class, () -> session.begin(Access.READ, soon()));
      assertThrows(ProblemException.class, () -> pool.borrow(Access.READ, "", now()));
    }
  }

  @Test
  void keepsItsPlacesWhenOpeningFails() throws Exception {
    AtomicInteger attempts = new AtomicInteger();
    ConnectionPool pool =
        pools.add(
            1,
            1,
            _ -> {
              attempts.incrementAndGet();
              throw WireProblem.CANNOT_OPEN.problem("no");
            });
    for (int i = 0; i < 3; i++) {
      assertThrows(ProblemException.class, () -> pool.borrow(Access.READ, "", soon()));
    }
    assertEquals(3, attempts.get());
  }

  @Test
  void drainsBeforeItCloses() throws Exception {
    ConnectionPool pool = pool(2);
    Session lent = read(pool);
    read(pool).close();
    CompletableFuture<Void> closing = CompletableFuture.runAsync(pool::close, threads);
    Await.until("the pool to refuse", LIMIT, () -> refuses(pool));
    assertFalse(closing.isDone());
    lent.close();
    closing.get(20, TimeUnit.SECONDS);
    assertTrue(opened.stream().allMatch(session -> session.closed));
    assertThrows(PoolClosed.class, () -> pool.borrow(Access.WRITE, "", soon()));
  }

  private static boolean refuses(ConnectionPool pool) {
    try {
      pool.borrow(Access.WRITE, "", Deadline.in(Duration.ofMillis(1))).close();
      return false;
    } catch (PoolClosed e) {
      return true;
    } catch (ProblemException e) {
      return false;
    }
  }
}
