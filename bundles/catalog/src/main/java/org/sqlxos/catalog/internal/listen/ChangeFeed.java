package org.sqlxos.catalog.internal.listen;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlxos.catalog.api.LiveChanges;
import org.sqlxos.catalog.api.RelationName;
import org.sqlxos.operation.api.Cursor;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.operation.api.ResultColumn;
import org.sqlxos.operation.api.TargetStatement;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.type.api.UniversalType;
import org.sqlxos.wirepack.api.Access;
import org.sqlxos.wirepack.api.ChangeCapture;
import org.sqlxos.wirepack.api.ConnectedDatabase;
import org.sqlxos.wirepack.api.Session;

/**
 * Hears what one database tells of changes, on one connection and one virtual thread, as long as
 * anybody listens. A connection that is lost is made again, and everybody is told that something
 * may have been missed.
 */
public final class ChangeFeed implements LiveChanges {

  private static final Logger log = LoggerFactory.getLogger(ChangeFeed.class);

  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final Duration READY_LIMIT = Duration.ofSeconds(5);

  /** How soon it is noticed that nobody listens any more. */
  private static final Duration WAIT = Duration.ofSeconds(2);

  private static final Duration SHORTEST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private final ChangeCapture capture;
  private final Listeners listeners = new Listeners();

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private ConnectedDatabase database;
  private @Nullable Thread thread;
  private @Nullable Session hearing;
  private boolean gap;
  private boolean stopped;

  public ChangeFeed(ConnectedDatabase database, ChangeCapture capture) {
    this.database = database;
    this.capture = capture;
  }

  /** From now on hears another one of the same name. */
  public void use(ConnectedDatabase other) {
    lock.lock();
    try {
      if (database != other) {
        database = other;
        end(hearing);
        hearing = null;
      }
    } finally {
      lock.unlock();
    }
  }

  /** Ends hearing; nobody is told anything any more. */
  public void stop() {
    lock.lock();
    try {
      stopped = true;
      end(hearing);
      changed.signalAll();
      if (thread != null) {
        thread.interrupt();
      }
    } finally {
      lock.unlock();
    }
  }

  private static void end(@Nullable Session session) {
    if (session != null) {
      session.cancel();
    }
  }

  @Override
  public Listening listen(RelationName relation, Listener listener) {
    listeners.add(relation, listener);
    lock.lock();
    try {
      if (thread == null && !stopped) {
        thread = Thread.ofVirtual().name("changes-" + database.name()).start(this::run);
      }
      awaitHearing();
    } finally {
      lock.unlock();
    }
    return () -> listeners.remove(relation, listener);
  }

  /** What changes before the database tells of it would be missed without a word. */
  private void awaitHearing() {
    long nanos = READY_LIMIT.toNanos();
    try {
      while (hearing == null && !stopped && nanos > 0) {
        nanos = changed.awaitNanos(nanos);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    gap |= hearing == null;
  }

  @Override
  public boolean tells(RelationName relation) {
    Deadline deadline = Deadline.in(LIMIT);
    TargetStatement watched =
        new TargetStatement(
            capture.watched(),
            List.of(),
            List.of(
                new ResultColumn("schema", UniversalType.TEXT),
                new ResultColumn("name", UniversalType.TEXT)),
            false);
    try (Session session = current().borrow(Access.READ, deadline);
        Cursor rows = session.query(watched, deadline)) {
      while (rows.next()) {
        if (relation.equals(new RelationName(rows.getText(0), rows.getText(1)))) {
          return true;
        }
      }
      return false;
    }
  }

  private ConnectedDatabase current() {
    lock.lock();
    try {
      return database;
    } finally {
      lock.unlock();
    }
  }

  private void run() {
    Duration pause = SHORTEST_PAUSE;
    while (wanted()) {
      Deadline deadline = Deadline.in(LIMIT);
      try (Session session = current().borrow(Access.WRITE, deadline)) {
        session.execute(
            new TargetStatement(capture.listen(), List.of(), List.of(), true), deadline);
        begin(session);
        pause = SHORTEST_PAUSE;
        hear(session);
      } catch (ProblemException e) {
        log.debug("The changes of \"{}\" are not heard at the moment", current().name(), e);
      } finally {
        begin(null);
      }
      pause(pause);
      pause = longer(pause);
    }
  }

  private static Duration longer(Duration pause) {
    Duration doubled = pause.multipliedBy(2);
    return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
  }

  /** Whether to go on; else the thread has ended as far as others know. */
  private boolean wanted() {
    lock.lock();
    try {
      boolean wanted = !stopped && !listeners.isEmpty();
      if (!wanted) {
        thread = null;
        gap = false;
      }
      return wanted;
    } finally {
      lock.unlock();
    }
  }

  private void begin(@Nullable Session session) {
    boolean missed;
    lock.lock();
    try {
      hearing = session;
      missed = session != null && gap;
      // Whatever ends the hearing, what comes until it goes on is missed.
      gap = session == null;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    if (missed) {
      listeners.missed();
    }
  }

  private void hear(Session session) {
    while (!listeners.isEmpty() && session.usable()) {
      try {
        session
            .notification(Deadline.in(WAIT))
            .filter(notification -> notification.channel().equals(capture.channel()))
            .flatMap(notification -> ToldChange.read(notification.payload()))
            .ifPresent(listeners::tell);
      } catch (ProblemException e) {
        if (!session.usable() || interrupted(e)) {
          throw e;
        }
        listeners.missed();
      }
    }
  }

  private boolean interrupted(ProblemException e) {
    lock.lock();
    try {
      return stopped || Thread.currentThread().isInterrupted() || hearing == null;
    } finally {
      lock.unlock();
    }
  }

  private void pause(Duration pause) {
    lock.lock();
    try {
      long nanos = pause.toNanos();
      while (nanos > 0 && !stopped && !listeners.isEmpty()) {
        nanos = changed.awaitNanos(nanos);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }
}
