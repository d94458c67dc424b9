package org.sqlxos.testkit.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.wirepack.api.Access;
import org.sqlxos.wirepack.api.ConnectedDatabase;
import org.sqlxos.wirepack.api.Session;

/** Readers and writers that go on until they are stopped, whatever happens to them. */
public final class Load implements AutoCloseable {

  private final ConnectedDatabase database;
  private final Ledger ledger;
  private final Supplier<Deadline> deadlines;
  private final List<Thread> threads = new ArrayList<>();
  private final AtomicLong reads = new AtomicLong();
  private final LongAdder[] readsOfBits = new LongAdder[64];
  private final ConcurrentMap<String, AtomicLong> failures = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<String, Throwable> surprises = new ConcurrentHashMap<>();
  private volatile boolean over;

  /**
   * @param deadlines how long each operation may take
   */
  public Load(ConnectedDatabase database, Ledger ledger, Supplier<Deadline> deadlines) {
    this.database = database;
    this.ledger = ledger;
    this.deadlines = deadlines;
    Arrays.setAll(readsOfBits, _ -> new LongAdder());
  }

  /** So many of each begin. */
  public Load start(int readers, int writers) {
    for (int i = 0; i < readers; i++) {
      threads.add(Thread.ofVirtual().start(() -> repeat(this::read)));
    }
    for (int i = 0; i < writers; i++) {
      threads.add(
          Thread.ofVirtual().start(() -> repeat(() -> ledger.write(database, deadlines.get()))));
    }
    return this;
  }

  private void repeat(Runnable operation) {
    while (!over) {
      try {
        operation.run();
      } catch (RuntimeException | Error e) {
        surprises.put(e.toString(), e);
      }
    }
  }

  private void read() {
    Deadline deadline = deadlines.get();
    long begun = System.nanoTime();
    try (Session session = database.borrow(Access.READ, deadline)) {
      try (var rows = session.query(READ, deadline)) {
        if (!rows.next() || rows.getLong(0) != 42) {
          throw new IllegalStateException("a wrong answer");
        }
      }
      reads.incrementAndGet();
      readsOfBits[63 - Long.numberOfLeadingZeros(System.nanoTime() - begun | 1)].increment();
    } catch (ProblemException e) {
      failures.computeIfAbsent(e.problem().code().code(), _ -> new AtomicLong()).incrementAndGet();
    }
  }

  private static final org.sqlxos.operation.api.TargetStatement READ =
      new org.sqlxos.operation.api.TargetStatement("SELECT 42", List.of(), List.of(), false);

  /** A time that so many percent of the reads did not exceed, within a factor of two. */
  public Duration readTime(double percent) {
    long all = Arrays.stream(readsOfBits).mapToLong(LongAdder::sum).sum();
    long seen = 0;
    for (int bits = 0; bits < readsOfBits.length - 1; bits++) {
      seen += readsOfBits[bits].sum();
      if (seen >= all * percent / 100) {
        return Duration.ofNanos(2L << bits);
      }
    }
    return Duration.ZERO;
  }

  public long reads() {
    return reads.get();
  }

  /** How often reads failed, by code. */
  public ConcurrentMap<String, AtomicLong> failures() {
    return failures;
  }

  /** What was thrown that no caller expects. */
  public ConcurrentMap<String, Throwable> surprises() {
    return surprises;
  }

  @Override
  public void close() {
    over = true;
    for (Thread thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
