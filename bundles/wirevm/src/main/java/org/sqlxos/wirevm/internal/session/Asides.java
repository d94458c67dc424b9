package org.sqlxos.wirevm.internal.session;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.sqlxos.wirepack.api.Notice;
import org.sqlxos.wirepack.api.Notification;
import org.sqlxos.wirevm.internal.WireProblem;
import org.sqlxos.wirevm.internal.compile.EventListener;
import org.sqlxos.wirevm.internal.protocol.Event;
import org.sqlxos.wirevm.internal.protocol.Slots;

/** What a server says unasked. Told by whichever thread reads; asked for by any. */
final class Asides implements EventListener {

  private static final int MOST = 10_000;
  private static final Consumer<Notice> NOBODY = _ -> {};

  private final Places places;
  private final ReentrantLock lock = new ReentrantLock();
  private final ArrayDeque<Notification> notifications = new ArrayDeque<>();
  private long dropped;
  private volatile Consumer<Notice> listener = NOBODY;

  Asides(Places places) {
    this.places = places;
  }

  void onNotice(Consumer<Notice> newListener) {
    listener = newListener;
  }

  @Override
  public void on(Event event, Slots slots) {
    switch (event) {
      case NOTICE -> notice(slots);
      case NOTIFICATION -> keep(slots);
      case NONE, COLUMN, PARAMETER, RESULT, COMPLETE, ERROR, REPLY -> {}
      case COPY_IN, COPY_OUT, COPY_DATA -> {}
    }
  }

  private void notice(Slots slots) {
    Consumer<Notice> told = listener;
    if (told == NOBODY) {
      return;
    }
    try {
      told.accept(
          new Notice(
              slots.text(places.noticeSeverity),
              slots.text(places.noticeState),
              slots.text(places.noticeMessage)));
    } catch (RuntimeException e) {
      // Its own affair: an answer that is read by halves would cost the connection.
      Thread reading = Thread.currentThread();
      reading.getUncaughtExceptionHandler().uncaughtException(reading, e);
    }
  }

  private void keep(Slots slots) {
    Notification notification =
        new Notification(
            slots.text(places.notificationChannel),
            slots.text(places.notificationPayload),
            slots.number(places.notificationProcess));
    lock.lock();
    try {
      notifications.add(notification);
      if (notifications.size() > MOST) {
        // The oldest go: so the gap is before all that is left, where it is told of.
        notifications.remove();
        dropped++;
      }
    } finally {
      lock.unlock();
    }
  }

  /** The oldest notification that was kept, if there is one. */
  Optional<Notification> next() {
    lock.lock();
    try {
      if (dropped > 0) {
        long lost = dropped;
        dropped = 0;
        throw WireProblem.NOTIFICATIONS_DROPPED.problem(
            "%d notifications were dropped, for more than %d had come and nobody asked for them"
                .formatted(lost, MOST),
            "Ask for them more often, or on a session that does nothing else.");
      }
      return Optional.ofNullable(notifications.poll());
    } finally {
      lock.unlock();
    }
  }

  /** Whether the next call of {@link #next} has something to say. */
  boolean waiting() {
    lock.lock();
    try {
      return !notifications.isEmpty();
    } finally {
      lock.unlock();
    }
  }
}
