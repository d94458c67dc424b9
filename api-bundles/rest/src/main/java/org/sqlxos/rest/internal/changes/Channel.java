package org.sqlxos.rest.internal.changes;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thread that finds out what has changed, for all who listen to the same rows with the same
 * rights. It stays a little after the last has gone, and keeps the last events, so that whoever
 * comes back gets what was missed.
 */
final class Channel {

  private static final Logger LOG = LoggerFactory.getLogger(Channel.class);

  private static final long LINGER_NANOS = Duration.ofSeconds(30).toNanos();
  private static final int MOST_KEPT = 500;
  private static final int MOST_KEPT_BYTES = 1 << 18;

  private final String name = UUID.randomUUID().toString().substring(0, 8);
  private final Source source;
  private final BooleanSupplier valid;
  private final List<EventQueue> listeners = new ArrayList<>();
  private final Deque<Event> kept = new ArrayDeque<>();
  private int keptBytes;
  private long number;
  private long aloneSince = System.nanoTime();
  private boolean ended;

  /**
   * @param valid whether what is listened to is still what it was
   */
  Channel(Source source, BooleanSupplier valid) {
    this.source = source;
    this.valid = valid;
  }

  String by() {
    return source.by();
  }

  /** Runs until nobody listens any more. */
  void run() {
    try (source) {
      while (wanted()) {
        source.look(this);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      // Whoever listens asks again, and is told then what is wrong.
      LOG.debug("a channel of changes ends", e);
    } finally {
      end();
    }
  }

  private boolean wanted() {
    boolean still = valid.getAsBoolean();
    synchronized (this) {
      boolean alone = listeners.isEmpty() && System.nanoTime() - aloneSince > LINGER_NANOS;
      ended |= !still || alone;
      return !ended;
    }
  }

  /** Nobody is told anything any more. */
  synchronized void end() {
    ended = true;
    listeners.forEach(EventQueue::end);
    listeners.clear();
  }

  /**
   * Adds a listener.
   *
   * @param last the id of the last event that it knows of
   * @return false if the channel has ended
   */
  synchronized boolean join(EventQueue listener, Optional<String> last) {
    if (ended) {
      return false;
    }
    last.ifPresent(id -> resume(listener, id));
    listeners.add(listener);
    return true;
  }

  private void resume(EventQueue listener, String id) {
    long known = number(id);
    long oldest = kept.isEmpty() ? number + 1 : kept.getFirst().number();
    if (known < oldest - 1 || known > number) {
      listener.offer(missedEvent());
      return;
    }
    kept.stream().filter(event -> event.number() > known).forEach(listener::offer);
  }

  /** The number in an id of this channel; -1 in any other. */
  private long number(String id) {
    String prefix = name + '-';
    boolean own = id.startsWith(prefix) && id.substring(prefix.length()).matches("[0-9]{1,18}");
    return own ? Long.parseLong(id.substring(prefix.length())) : -1;
  }

  synchronized void leave(EventQueue listener) {
    listeners.remove(listener);
    aloneSince = System.nanoTime();
  }

  /** Tells everybody. */
  synchronized void publish(Event.Kind kind, byte[] json) {
    number++;
    Event event = Event.of(name + '-' + number, number, kind, json);
    keep(event);
    listeners.forEach(listener -> listener.offer(event));
    listeners.removeIf(EventQueue::ended);
  }

  void missed() {
    publish(Event.Kind.MISSED, "{}".getBytes(StandardCharsets.UTF_8));
  }

  private Event missedEvent() {
    byte[] nothing = "{}".getBytes(StandardCharsets.UTF_8);
    return Event.of(name + '-' + number, number, Event.Kind.MISSED, nothing);
  }

  private void keep(Event event) {
    kept.add(event);
    keptBytes += event.frame().length;
    while (kept.size() > MOST_KEPT || keptBytes > MOST_KEPT_BYTES) {
      keptBytes -= kept.removeFirst().frame().length;
    }
  }
}
