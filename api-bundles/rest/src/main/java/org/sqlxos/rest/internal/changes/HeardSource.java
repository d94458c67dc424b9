package org.sqlxos.rest.internal.changes;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.sqlxos.catalog.api.Change;
import org.sqlxos.catalog.api.LiveChanges;
import org.sqlxos.problem.api.ProblemException;

/**
 * What the database tells by itself: which rows have changed. They are read again, each once
 * however often it has changed meanwhile.
 */
final class HeardSource implements Source {

  /** More than that between two looks is not told one by one. */
  private static final int MOST_WAITING = 10_000;

  private static final int AT_ONCE = 500;

  private final Watched watched;
  private final RowReader rows;
  private final BlockingQueue<Change> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  private final AtomicBoolean missed = new AtomicBoolean();
  private final LiveChanges.Listening listening;

  HeardSource(Watched watched, RowReader rows, LiveChanges changes) {
    this.watched = watched;
    this.rows = rows;
    this.listening =
        changes.listen(
            watched.relation().name(),
            new LiveChanges.Listener() {
              @Override
              public void changed(Change change) {
                if (!waiting.offer(change)) {
                  missed.set(true);
                }
              }

              @Override
              public void missed() {
                missed.set(true);
              }
            });
  }

  @Override
  public String by() {
    return "notification";
  }

  @Override
  public void close() {
    listening.close();
  }

  @Override
  public void look(Channel channel) throws InterruptedException {
    @Nullable Change first = waiting.poll(1, TimeUnit.SECONDS);
    if (missed.getAndSet(false)) {
      channel.missed();
    }
    if (first == null) {
      return;
    }
    Map<List<String>, Change.Kind> changed = new LinkedHashMap<>();
    for (Change each = first; each != null; each = more(changed)) {
      // One that came and was changed is new to whoever listens.
      Change.Kind kind = each.kind();
      changed.merge(each.key(), kind, HeardSource::both);
    }
    changed.forEach((key, kind) -> tell(channel, key, kind));
  }

  private @Nullable Change more(Map<?, ?> changed) {
    return changed.size() < AT_ONCE ? waiting.poll() : null;
  }

  private static Change.Kind both(Change.Kind before, Change.Kind now) {
    return switch (now) {
      case UPDATE -> before == Change.Kind.INSERT ? before : now;
      case INSERT -> before == Change.Kind.DELETE ? Change.Kind.UPDATE : now;
      case DELETE -> now;
    };
  }

  private void tell(Channel channel, List<String> key, Change.Kind kind) {
    if (key.size() != watched.key().size()) {
      channel.missed();
      return;
    }
    switch (kind) {
      case DELETE -> {
        if (watched.tellsDeletions()) {
          channel.publish(Event.Kind.DELETE, RowReader.gone(rows.key(key)));
        }
      }
      case INSERT -> read(channel, key, Event.Kind.INSERT);
      case UPDATE -> read(channel, key, Event.Kind.UPDATE);
    }
  }

  /** A row that is not found is gone again, or not for this listener. */
  private void read(Channel channel, List<String> key, Event.Kind kind) {
    try {
      rows.read(key).ifPresent(row -> channel.publish(kind, row.json()));
    } catch (ProblemException e) {
      if (e.problem().code().status() < 500) {
        throw e;
      }
      channel.missed();
    }
  }
}
