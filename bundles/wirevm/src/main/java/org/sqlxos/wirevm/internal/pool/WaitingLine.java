package org.sqlxos.wirevm.internal.pool;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.sqlxos.wirevm.internal.pool.Waiter.End;

/**
 * Those who wait, each in the order of coming. Of those who can be served whoever came first is.
 *
 * <p>Who gives a connection back looks here afterwards, and who comes looks for a connection again
 * once it stands here: so no wake-up is lost, and neither needs the lock while nobody waits.
 */
final class WaitingLine {

  /** What a line needs of its pool. */
  interface Supply {

    /** A connection for whoever comes first, if there is one. */
    @Nullable PooledConnection take(Need need);

    /** One that was taken for somebody who has gone meanwhile. */
    void untake(PooledConnection connection, Need need);

    /** Whether one more slow statement may begin. */
    boolean admitsSlow();

    /** So many wait for a connection of their own. */
    void wantAlone(int waiting);
  }

  private final Supply supply;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<Need, ArrayDeque<Waiter>> lines = new EnumMap<>(Need.class);

  /** For how many connections are kept free of further readers. */
  private int wanted;

  private volatile int waiting;
  private volatile int shared;
  private volatile int alone;

  WaitingLine(Supply supply) {
    this.supply = supply;
    for (Need need : Need.values()) {
      lines.put(need, new ArrayDeque<>());
    }
  }

  /** Whether anybody waits. */
  boolean any() {
    return waiting > 0;
  }

  int length() {
    return waiting;
  }

  /** Whether somebody with the same need has come before. */
  boolean before(Need need) {
    return need == Need.SHARED ? shared > 0 : alone > 0;
  }

  /** How many a further connection would serve. */
  int served() {
    lock.lock();
    try {
      return waiting - (supply.admitsSlow() ? 0 : line(Need.SLOW).size());
    } finally {
      lock.unlock();
    }
  }

  private ArrayDeque<Waiter> line(Need need) {
    return Objects.requireNonNull(lines.get(need));
  }

  /** Stands in line, and perhaps gets something at once. */
  Waiter join(Need need) {
    Waiter waiter = new Waiter(need);
    lock.lock();
    try {
      line(need).add(waiter);
      count();
      serveLocked();
    } finally {
      lock.unlock();
    }
    return waiter;
  }

  /** Waits for so long at most. */
  static @Nullable End await(Waiter waiter, long nanos) {
    long until = System.nanoTime() + nanos;
    End end = waiter.end();
    long left = nanos;
    while (end == null && left > 0 && !Thread.currentThread().isInterrupted()) {
      LockSupport.parkNanos(waiter, left);
      end = waiter.end();
      left = until - System.nanoTime();
    }
    return end;
  }

  /** It waits no more, unless it has just got something. */
  End leave(Waiter waiter) {
    lock.lock();
    try {
      if (waiter.end(Waiter.Over.GAVE_UP)) {
        line(waiter.need).remove(waiter);
        count();
        wantAlone();
      }
    } finally {
      lock.unlock();
    }
    return Objects.requireNonNull(waiter.end());
  }

  /** Gives what there is to those who wait. */
  void serve() {
    lock.lock();
    try {
      serveLocked();
    } finally {
      lock.unlock();
    }
  }

  private void serveLocked() {
    List<Need> open = new ArrayList<>(List.of(Need.values()));
    while (!open.isEmpty()) {
      Waiter first = first(open);
      if (first == null) {
        break;
      }
      PooledConnection connection = supply.take(first.need);
      if (connection == null) {
        open.remove(first.need);
        continue;
      }
      connection.slow = first.need == Need.SLOW;
      line(first.need).remove();
      count();
      if (first.need != Need.SHARED) {
        // Before anybody goes on: readers are let in again where no writer waits any more.
        wantAlone();
      }
      if (!first.end(new Waiter.Given(connection))) {
        supply.untake(connection, first.need);
      }
    }
    wantAlone();
  }

  private void wantAlone() {
    if (alone > 0 || wanted > 0) {
      wanted = alone;
      supply.wantAlone(wanted);
    }
  }

  /** Who has waited longest of those with one of these needs. */
  private @Nullable Waiter first(List<Need> open) {
    Waiter first = null;
    for (Need need : open) {
      Waiter head = line(need).peek();
      if (head != null
          && (first == null || head.sinceNanos - first.sinceNanos < 0)
          && (need != Need.SLOW || supply.admitsSlow())) {
        first = head;
      }
    }
    return first;
  }

  /** Tells all of them the same. */
  void endAll(End how) {
    lock.lock();
    try {
      for (ArrayDeque<Waiter> line : lines.values()) {
        line.forEach(waiter -> waiter.end(how));
        line.clear();
      }
      count();
    } finally {
      lock.unlock();
    }
  }

  private void count() {
    int slow = line(Need.SLOW).size();
    shared = line(Need.SHARED).size();
    alone = line(Need.ALONE).size() + slow;
    waiting = shared + alone;
  }
}
