package org.sqlxos.wirevm.internal.session;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.wirevm.internal.WireProblem;
import org.sqlxos.wirevm.internal.frame.FrameInput;
import org.sqlxos.wirevm.internal.running.Watched;

/**
 * Keeps the operations of one connection in order.
 *
 * <p>There is no reading and no writing thread. Who asks puts its request, and reads its own answer
 * when all before it have read theirs: the turn is handed from caller to caller. Whoever reads
 * writes, before it waits for bytes, all requests that were put; while it waits, whoever put one
 * writes, after others that are ready to run have put theirs. So a lone caller pays a few short
 * locks and no change of threads, while the requests of many callers are sent together.
 *
 * <p>Requests wait while {@value #MOST_BYTES} bytes are unanswered: a server that stops reading
 * until somebody reads its answers would otherwise face a client that stops reading until it has
 * written.
 */
final class Pipeline implements Watched, FrameInput.WaitListener {

  private static final int MOST_BYTES = 64 * 1024;

  private final WireSocket socket;
  private final BriefWait brief;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition answered = lock.newCondition();
  private final ArrayDeque<Turn> turns = new ArrayDeque<>();
  private final Outbox outbox;

  /** Whoever reads waits for bytes: what is put now has to be written by who puts it. */
  private boolean waiting;

  private int unanswered;
  private volatile @Nullable IOException broken;

  Pipeline(WireSocket socket) {
    this.socket = socket;
    this.outbox = new Outbox(socket, lock);
    this.brief = new BriefWait(socket::arrived);
  }

  /** Puts a request in line. */
  void submit(Turn turn, Outbox.RequestWriter request) throws IOException {
    boolean write;
    lock.lock();
    try {
      awaitRoom(turn.deadline);
      requireWhole();
      turn.bytes = outbox.put(request) + (turn.closesLine ? MOST_BYTES : 0);
      unanswered += turn.bytes;
      turn.ready = turns.isEmpty();
      turns.add(turn);
      write = waiting;
    } finally {
      lock.unlock();
    }
    if (write) {
      // One write for all who can put theirs now, and one for the server to read.
      Thread.yield();
      flush();
    }
  }

  /** Writes what was put and is still to be written. */
  void flush() throws IOException {
    lock.lock();
    try {
      outbox.writeAll();
    } finally {
      lock.unlock();
    }
  }

  /** Writes what is still to be written: whoever reads is about to wait for the answers to it. */
  @Override
  public void beforeWaiting(int missing) throws IOException {
    boolean answerExpected;
    lock.lock();
    try {
      outbox.writeAll();
      waiting = true;
      answerExpected = !turns.isEmpty();
    } finally {
      lock.unlock();
    }
    // Much comes in many pieces: whoever sleeps finds more of them at once.
    if (answerExpected && missing < MOST_BYTES) {
      brief.begin();
    }
  }

  @Override
  public void afterWaiting() {
    brief.end();
    lock.lock();
    try {
      waiting = false;
    } finally {
      lock.unlock();
    }
  }

  private void awaitRoom(Deadline deadline) throws IOException {
    while (unanswered >= MOST_BYTES) {
      requireWhole();
      long left = deadline.remainingNanos();
      if (left <= 0) {
        throw overdue();
      }
      try {
        answered.awaitNanos(left);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw WireProblem.CANCELLED.problem("Waiting for the connection was cancelled");
      }
    }
  }

  private static RuntimeException overdue() {
    return WireProblem.DEADLINE_PASSED.problem(
        "The deadline passed before the connection was free", "Try again, or allow more time.");
  }

  /**
   * Waits until the answer comes next. Without a timer: for each wait it would cost more than the
   * wait, while the watch looks after all of them every few milliseconds.
   */
  void await(Turn turn) throws IOException {
    while (!turn.ready) {
      requireWhole();
      boolean cancelled = turn.cancelled || Thread.currentThread().isInterrupted();
      if (cancelled || turn.deadline.passed()) {
        if (abandon(turn)) {
          throw cancelled
              ? WireProblem.CANCELLED.problem("Waiting for the connection was cancelled")
              : overdue();
        }
        continue;
      }
      LockSupport.park(this);
    }
    requireWhole();
  }

  @Override
  public long remainingNanos() {
    lock.lock();
    try {
      long least = Long.MAX_VALUE;
      for (Turn turn : turns) {
        if (!turn.ready && !turn.abandoned) {
          least = Math.min(least, turn.deadline.remainingNanos());
        }
      }
      return least;
    } finally {
      lock.unlock();
    }
  }

  /** Wakes those who wait too long: they see for themselves that their deadline has passed. */
  @Override
  public void expire() {
    lock.lock();
    try {
      for (Turn turn : turns) {
        if (!turn.ready && turn.deadline.passed()) {
          LockSupport.unpark(turn.thread);
        }
      }
    } finally {
      lock.unlock();
    }
  }

  /** Has whoever waits for a turn give up. */
  static void cancel(Turn turn) {
    turn.cancelled = true;
    LockSupport.unpark(turn.thread);
  }

  /** Gives up waiting, unless its turn has come in this moment. */
  private boolean abandon(Turn turn) {
    lock.lock();
    try {
      turn.abandoned = !turn.ready;
      return turn.abandoned;
    } finally {
      lock.unlock();
    }
  }

  /**
   * The answer has been read. Hands the turn on.
   *
   * @return the next one, if nobody waits for it any more: the caller reads its answer away, and
   *     calls this for it
   */
  @Nullable Turn finish(Turn turn) {
    lock.lock();
    try {
      turns.remove();
      turn.finished = true;
      unanswered -= turn.bytes;
      if (lock.hasWaiters(answered)) {
        answered.signalAll();
      }
      Turn next = turns.peek();
      if (next == null) {
        return null;
      }
      if (next.abandoned) {
        return next;
      }
      next.ready = true;
      LockSupport.unpark(next.thread);
      return null;
    } finally {
      lock.unlock();
    }
  }

  private void requireWhole() throws IOException {
    IOException cause = broken;
    if (cause != null) {
      throw new IOException("the connection broke before: " + cause.getMessage(), cause);
    }
  }

  boolean whole() {
    return broken == null;
  }

  /** Nothing can be read or written any more. Everybody who waits is told. */
  void breakOff(IOException cause) {
    lock.lock();
    try {
      if (broken == null) {
        broken = cause;
      }
      turns.forEach(turn -> LockSupport.unpark(turn.thread));
      answered.signalAll();
    } finally {
      lock.unlock();
    }
    socket.close();
  }
}
