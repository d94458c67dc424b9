package org.sqlxos.wirevm.internal.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
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
class SharingTest {

  private static final Duration LIMIT = Duration.ofSeconds(20);

  @RegisterExtension final Pools pools = new Pools();
  private final List<FakeLane> opened = Collections.synchronizedList(new ArrayList<>());

  private ConnectionPool pool(int connections, int readersEach) {
    return pools.add(connections, readersEach, this::open);
  }

  private Session open(Deadline deadline) {
    FakeLane lane = new FakeLane();
    opened.add(lane);
    return lane;
  }

  private static Session borrow(ConnectionPool pool, Access access) {
    try {
      return pool.borrow(access, "", Deadline.in(LIMIT));
    } catch (PoolClosed e) {
      throw new AssertionError(e);
    }
  }

  private static WireProblem refusal(ConnectionPool pool, Access access) {
    return (WireProblem)
        assertThrows(
                ProblemException.class,
                () -> pool.borrow(access, "", Deadline.in(Duration.ofMillis(50))))
            .problem()
            .code();
  }

  private static void awaitWaiting(CompletableFuture<?> waiting, Thread thread) {
    Await.until(
        "somebody waits",
        LIMIT,
        () ->
            !waiting.isDone()
                && (thread.getState() == Thread.State.TIMED_WAITING
                    || thread.getState() == Thread.State.WAITING));
  }

  /** Borrows on a thread of its own, and returns once that waits. */
  private static CompletableFuture<Session> waitingFor(ConnectionPool pool, Access access) {
    CompletableFuture<Session> borrowed = new CompletableFuture<>();
    Thread thread = Thread.ofVirtual().start(() -> borrowed.complete(borrow(pool, access)));
    awaitWaiting(borrowed, thread);
    return borrowed;
  }

  private static Session got(CompletableFuture<Session> future) throws Exception {
    return future.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
  }

  @Test
  void readersGetConnectionsOfTheirOwnWhileThereAreAny() {
    ConnectionPool pool = pool(2, 8);
    List<Session> writers = List.of(borrow(pool, Access.WRITE), borrow(pool, Access.WRITE));
    writers.forEach(Session::close);
    borrow(pool, Access.READ);
    borrow(pool, Access.READ);
    assertEquals(1, opened.get(0).shares.get());
    assertEquals(1, opened.get(1).shares.get());
  }

  @Test
  void oneReaderAfterTheOtherUsesOneConnection() {
    ConnectionPool pool = pool(2, 8);
    borrow(pool, Access.READ).close();
    borrow(pool, Access.READ).close();
    assertEquals(1, opened.size());
  }

  @Test
  void moreReadersShareTheConnectionWithTheFewest() {
    ConnectionPool pool = pool(2, 8);
    List<Session> writers = List.of(borrow(pool, Access.WRITE), borrow(pool, Access.WRITE));
    writers.forEach(Session::close);
    for (int i = 0; i < 6; i++) {
      borrow(pool, Access.READ);
    }
    assertEquals(2, opened.size());
    assertEquals(3, opened.get(0).shares.get());
    assertEquals(3, opened.get(1).shares.get());
  }

  @Test
  void nobodyJoinsAConnectionThatSendsALongAnswer() {
    ConnectionPool pool = pool(1, 8);
    borrow(pool, Access.READ);
    opened.getFirst().occupied = true;
    assertEquals(WireProblem.POOL_EXHAUSTED, refusal(pool, Access.READ));
  }

  @Test
  void aWriterHasItsConnectionAlone() throws Exception {
    ConnectionPool pool = pool(1, 8);
    Session writer = borrow(pool, Access.WRITE);
    assertEquals(WireProblem.POOL_EXHAUSTED, refusal(pool, Access.READ));
    CompletableFuture<Session> reader = waitingFor(pool, Access.READ);
    writer.close();
    assertTrue(got(reader).usable());
  }

  @Test
  void aWaitingWriterKeepsNewReadersOffAndGetsTheConnection() throws Exception {
    ConnectionPool pool = pool(1, 8);
    Session first = borrow(pool, Access.READ);
    CompletableFuture<Session> writer = waitingFor(pool, Access.WRITE);
    CompletableFuture<Session> second = waitingFor(pool, Access.READ);
    first.close();
    Session writing = got(writer);
    assertFalse(second.isDone());
    writing.close();
    assertTrue(got(second).usable());
  }

  @Test
  void aWriterThatGivesUpLetsReadersInAgain() {
    ConnectionPool pool = pool(1, 8);
    borrow(pool, Access.READ);
    assertEquals(WireProblem.POOL_EXHAUSTED, refusal(pool, Access.WRITE));
    assertTrue(borrow(pool, Access.READ).usable());
  }

  @Test
  void aReaderThatBeginsATransactionMovesToAConnectionOfItsOwn() throws Exception {
    ConnectionPool pool = pool(1, 8);
    Session reader = borrow(pool, Access.READ);
    reader.begin(Access.READ, Deadline.in(LIMIT));
    assertTrue(opened.getFirst().begun);
    assertEquals(WireProblem.POOL_EXHAUSTED, refusal(pool, Access.READ));
    reader.close();
    assertFalse(opened.getFirst().begun);
    assertTrue(borrow(pool, Access.READ).usable());
  }

  @Test
  void aLostConnectionIsReplacedOnceItsLastReaderHasLeft() {
    ConnectionPool pool = pool(1, 8);
    Session one = borrow(pool, Access.READ);
    Session two = borrow(pool, Access.READ);
    opened.getFirst().broken = true;
    one.close();
    assertFalse(opened.getFirst().closed);
    two.close();
    assertTrue(opened.getFirst().closed);
    assertTrue(borrow(pool, Access.READ).usable());
    assertEquals(2, opened.size());
  }

  @Test
  void whatCannotBeOpenedTakesNoPlace() {
    ConnectionPool pool =
        pools.add(
            1,
            8,
            _ -> {
              throw WireProblem.UNREACHABLE.problem("nobody there");
            });
    for (int i = 0; i < 3; i++) {
      assertEquals(WireProblem.UNREACHABLE, refusal(pool, Access.READ));
      assertEquals(WireProblem.UNREACHABLE, refusal(pool, Access.WRITE));
    }
  }

  @Test
  void closingWaitsForWhatIsLentAndRefusesTheRest() throws Exception {
    ConnectionPool pool = pool(2, 8);
    Session lent = borrow(pool, Access.READ);
    CompletableFuture<Void> closing = new CompletableFuture<>();
    Thread thread =
        Thread.ofVirtual()
            .start(
                () -> {
                  pool.close();
                  closing.complete(null);
                });
    awaitWaiting(closing, thread);
    Await.until("the pool to close", LIMIT, pool::closed);
    assertThrows(PoolClosed.class, () -> pool.borrow(Access.READ, "", Deadline.in(LIMIT)));
    lent.close();
    waitFor(closing);
    assertTrue(opened.getFirst().closed);
  }

  private static void waitFor(CompletableFuture<Void> done)
      throws InterruptedException, ExecutionException, java.util.concurrent.TimeoutException {
    done.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
  }

  @Test
  void aSessionThatWasGivenBackCannotBeUsed() {
    ConnectionPool pool = pool(1, 8);
    Session session = borrow(pool, Access.READ);
    session.close();
    session.close();
    assertEquals(0, pool.state().busy());
    assertFalse(session.usable());
    assertThrows(ProblemException.class, () -> session.begin(Access.READ, Deadline.in(LIMIT)));
  }
}
