package org.sqlxos.catalog.internal.follow;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlxos.catalog.internal.introspect.Introspector;
import org.sqlxos.catalog.internal.introspect.Introspector.Introspection;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.wirepack.api.ConnectedDatabase;

/**
 * Follows one database on a virtual thread of its own. The catalog is offered after the first
 * introspection that succeeds and withdrawn when the following ends; in between, whatever fails,
 * the last snapshot serves.
 */
public final class DatabaseFollower {

  private static final Logger log = LoggerFactory.getLogger(DatabaseFollower.class);

  private static final Duration PROBE_LIMIT = Duration.ofSeconds(5);
  private static final Duration INTROSPECTION_LIMIT = Duration.ofSeconds(60);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(10);

  private final String name;
  private final Duration poll;
  private final CatalogPublisher publisher;
  private final BorrowedSession borrowed = new BorrowedSession();
  private final Thread thread;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private ConnectedDatabase wanted;
  private boolean woken;
  private boolean stopped;

  // Of the follower's thread alone.
  private @Nullable FollowedCatalog catalog;
  private @Nullable ConnectedDatabase source;
  private String probe = "";
  private int failures;

  public DatabaseFollower(ConnectedDatabase database, Duration poll, CatalogPublisher publisher) {
    this.name = database.name();
    this.wanted = database;
    this.poll = poll;
    this.publisher = publisher;
    this.thread = Thread.ofVirtual().name("catalog-" + name).unstarted(this::follow);
  }

  public void start() {
    thread.start();
  }

  /** From now on asks another one of the same name; the catalog stays. */
  public void use(ConnectedDatabase database) {
    lock.lock();
    try {
      wanted = database;
      woken = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Ends the following and returns once the catalog is withdrawn and the thread has ended. */
  public void stop() {
    lock.lock();
    try {
      stopped = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    borrowed.cancel();
    // It may wait for a session.
    thread.interrupt();
    try {
      if (!thread.join(STOP_LIMIT)) {
        log.warn("The follower of \"{}\" does not end; its database does not answer", name);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void follow() {
    Runnable withdraw = null;
    try {
      for (ConnectedDatabase database = first(); database != null; database = next()) {
        boolean ready = round(database);
        FollowedCatalog offered = catalog;
        if (ready && withdraw == null && offered != null) {
          withdraw = publisher.publish(name, offered);
        }
      }
    } catch (InterruptedException e) {
      // Stopped; the thread ends here anyway.
    } finally {
      if (withdraw != null) {
        withdraw.run();
      }
    }
  }

  private @Nullable ConnectedDatabase first() {
    lock.lock();
    try {
      return stopped ? null : wanted;
    } finally {
      lock.unlock();
    }
  }

  /** Waits for the next round; null ends the following. */
  private @Nullable ConnectedDatabase next() throws InterruptedException {
    long nanos = pause().toNanos();
    lock.lockInterruptibly();
    try {
      while (nanos > 0 && !stopped && !woken) {
        nanos = changed.awaitNanos(nanos);
      }
      woken = false;
      return stopped ? null : wanted;
    } finally {
      lock.unlock();
    }
  }

  private Duration pause() {
    if (failures == 0) {
      return poll;
    }
    long backedOff = poll.toMillis() << Math.min(failures, 16);
    return Duration.ofMillis(
        Math.max(poll.toMillis(), Math.min(backedOff, LONGEST_PAUSE.toMillis())));
  }

  // Whatever a database or a pack does must not end the following: it would go unnoticed.
  private boolean round(ConnectedDatabase database) {
    try {
      look(database);
      if (failures > 0) {
        log.info("Database \"{}\" can be described again", name);
      }
      failures = 0;
      return true;
    } catch (RuntimeException e) {
      if (failures++ == 0 && !thread.isInterrupted()) {
        log.warn(
            "Database \"{}\" cannot be described at the moment ({}); {}",
            name,
            e.getMessage(),
            catalog == null ? "it is tried again" : "the last description serves");
        log.debug("The reason", e);
      }
      return false;
    }
  }

  private void look(ConnectedDatabase database) {
    Introspector introspector = new Introspector(name, database.pack());
    FollowedCatalog known = catalog;
    if (known != null && database == source) {
      Deadline deadline = Deadline.in(PROBE_LIMIT);
      String now = borrowed.with(database, deadline, s -> introspector.probe(s, deadline));
      if (now.equals(probe)) {
        return;
      }
    }
    long start = System.nanoTime();
    Deadline deadline = Deadline.in(INTROSPECTION_LIMIT);
    Introspection found =
        borrowed.with(database, deadline, s -> introspector.introspect(s, deadline));
    accept(known, found, System.nanoTime() - start);
    probe = found.probe();
    source = database;
  }

  private void accept(@Nullable FollowedCatalog known, Introspection found, long nanos) {
    if (known == null) {
      catalog = new FollowedCatalog(found.snapshot());
    } else if (!known.offer(found.snapshot())) {
      return;
    }
    log.info(
        "Database \"{}\": {} relations described in {} ms",
        name,
        found.snapshot().relations().size(),
        TimeUnit.NANOSECONDS.toMillis(nanos));
  }
}
