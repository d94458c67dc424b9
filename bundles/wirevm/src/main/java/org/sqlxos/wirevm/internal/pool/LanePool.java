package org.sqlxos.wirevm.internal.pool;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.wirepack.api.Access;
import org.sqlxos.wirepack.api.Session;
import org.sqlxos.wirevm.internal.WireProblem;

/**
 * A pool whose connections carry several readers at a time. Who reads gets a connection of its own
 * while there are any, then shares the one with the fewest readers; who writes gets one alone. A
 * writer that finds none free keeps new readers off the one with the fewest, so that it comes free.
 */
public final class LanePool implements Pool {

  private static final Duration DRAIN = Duration.ofSeconds(10);

  private final String database;
  private final int most;
  private final Function<Deadline, Session> opener;
  private final int readersEach;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final List<Lane> lanes = new ArrayList<>();
  private final Set<LaneSession> lent = ConcurrentHashMap.newKeySet();
  private int opening;
  private boolean closed;

  /**
   * @param database the configured name, for messages
   * @param most how many connections at a time
   * @param readersEach how many readers one carries at a time
   * @param opener opens a session that is {@link Multiplexed}
   */
  public LanePool(String database, int most, int readersEach, Function<Deadline, Session> opener) {
    this.database = database;
    this.most = most;
    this.readersEach = readersEach;
    this.opener = opener;
  }

  @Override
  public Session borrow(Access access, Deadline deadline) throws PoolClosed {
    boolean alone = access == Access.WRITE;
    Lane lane = alone ? reserve(deadline) : join(deadline);
    LaneSession session =
        new LaneSession(this, lane, alone ? lane.session : lane.session.share(), alone);
    lent.add(session);
    return session;
  }

  /** A connection to read on, together with others if need be. */
  private Lane join(Deadline deadline) throws PoolClosed {
    lock.lock();
    try {
      while (true) {
        requireOpen();
        Lane best = fewestReaders();
        if ((best == null || best.readers > 0) && lanes.size() + opening < most) {
          best = open(deadline);
        }
        if (best != null && best.readers < readersEach) {
          best.readers++;
          return best;
        }
        await(deadline, "reading");
      }
    } finally {
      lock.unlock();
    }
  }

  /** A connection that nobody else uses. */
  Lane reserve(Deadline deadline) throws PoolClosed {
    lock.lock();
    @Nullable Lane chosen = null;
    try {
      while (true) {
        requireOpen();
        if (chosen == null || !chosen.session.usable()) {
          chosen = fewestReaders();
          if ((chosen == null || chosen.readers > 0) && lanes.size() + opening < most) {
            chosen = open(deadline);
          }
          if (chosen != null) {
            chosen.reserved = true;
          }
        }
        if (chosen != null && chosen.readers == 0) {
          Lane mine = chosen;
          chosen = null;
          return mine;
        }
        await(deadline, "writing");
      }
    } finally {
      if (chosen != null) {
        chosen.reserved = false;
        changed.signalAll();
      }
      lock.unlock();
    }
  }

  /** Forgets connections that are lost, and chooses among the others. */
  private @Nullable Lane fewestReaders() {
    Lane best = null;
    for (int i = lanes.size() - 1; i >= 0; i--) {
      Lane lane = lanes.get(i);
      if (!lane.session.usable()) {
        if (lane.readers == 0 && !lane.reserved) {
          lanes.remove(i);
          lane.session.close();
        }
        continue;
      }
      if (!lane.reserved
          && (lane.readers == 0 || !lane.session.occupied())
          && (best == null || lane.readers <= best.readers)) {
        best = lane;
      }
    }
    return best;
  }

  /** Opens a connection, letting others at the pool meanwhile. */
  private Lane open(Deadline deadline) {
    opening++;
    @Nullable Multiplexed session = null;
    lock.unlock();
    try {
      session = (Multiplexed) opener.apply(deadline);
    } finally {
      lock.lock();
      opening--;
      changed.signalAll();
    }
    Lane lane = new Lane(session);
    lanes.add(lane);
    return lane;
  }

  private void await(Deadline deadline, String purpose) {
    long left = deadline.remainingNanos();
    if (left <= 0) {
      throw WireProblem.POOL_EXHAUSTED.problem(
          "No session of \"%s\" became free for %s in time: all of %d are in use"
              .formatted(database, purpose, most),
          "Try again, allow more time, or raise pool.max.");
    }
    try {
      changed.awaitNanos(left);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw WireProblem.CANCELLED.problem("Waiting for a session was cancelled");
    }
  }

  private void requireOpen() throws PoolClosed {
    if (closed) {
      throw new PoolClosed();
    }
  }

  /** Called once for each session that was lent. */
  void giveBack(LaneSession session, Lane lane, boolean alone) {
    lent.remove(session);
    lock.lock();
    try {
      if (alone) {
        lane.reserved = false;
      } else {
        lane.readers--;
      }
      freed(lane);
    } finally {
      lock.unlock();
    }
  }

  /** A session that is nobody's any more, and on no connection. */
  void forget(LaneSession session) {
    lent.remove(session);
  }

  /** One reader less. */
  void leave(Lane lane) {
    lock.lock();
    try {
      lane.readers--;
      freed(lane);
    } finally {
      lock.unlock();
    }
  }

  private void freed(Lane lane) {
    if (lane.readers == 0 && !lane.reserved && (closed || !lane.session.usable())) {
      lanes.remove(lane);
      lane.session.close();
    }
    if (lock.hasWaiters(changed)) {
      changed.signalAll();
    }
  }

  @Override
  public int inUse() {
    return lent.size();
  }

  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
      long left = DRAIN.toNanos();
      while (!lent.isEmpty() && left > 0) {
        left = changed.awaitNanos(left);
      }
      lent.forEach(LaneSession::cancel);
      for (Lane lane : List.copyOf(lanes)) {
        if (lane.readers == 0 && !lane.reserved) {
          lanes.remove(lane);
          lane.session.close();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }
}
