package org.sqlxos.rest.internal.changes;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.Supplier;
import org.sqlxos.catalog.api.CatalogSnapshot;
import org.sqlxos.catalog.api.LiveChanges;
import org.sqlxos.operation.api.Operation;
import org.sqlxos.operation.api.Outcome;
import org.sqlxos.rest.internal.request.RestProblem;

/** All channels of a node, and who listens to them. */
public final class Channels {

  private final Settings settings;
  private final Supplier<Function<Operation, Outcome>> pipeline;
  private final Function<String, Optional<CatalogSnapshot>> catalogs;
  private final Map<String, LiveChanges> changes = new ConcurrentHashMap<>();
  private final Map<Watched.Identity, Channel> channels = new ConcurrentHashMap<>();
  private final Semaphore places;
  private volatile boolean closed;

  /**
   * @param pollMillis how often rows are compared where a database tells nothing
   * @param pollRows how many rows are compared
   * @param streams how many may be open
   */
  public record Settings(int pollMillis, int pollRows, int streams) {}

  /**
   * @param catalogs the databases as they are now, whole, by name
   */
  public Channels(
      Settings settings,
      Supplier<Function<Operation, Outcome>> pipeline,
      Function<String, Optional<CatalogSnapshot>> catalogs) {
    this.settings = settings;
    this.pipeline = pipeline;
    this.catalogs = catalogs;
    this.places = new Semaphore(settings.streams());
  }

  /** A database tells of changes by itself. */
  public void add(String database, LiveChanges told) {
    changes.put(database, told);
  }

  /** It does no more. */
  public void remove(String database, LiveChanges told) {
    changes.remove(database, told);
  }

  /** Ends all streams, and lets nobody listen any more. */
  public void close() {
    closed = true;
    channels.values().forEach(Channel::end);
  }

  /**
   * Begins to listen.
   *
   * @param last the id of the last event that the listener knows of
   * @throws org.sqlxos.problem.api.ProblemException if the caller may not read this, or there are
   *     too many streams or rows
   */
  public Listening listen(Watched watched, Optional<String> last) {
    if (closed || !places.tryAcquire()) {
      throw RestProblem.TOO_MANY_STREAMS.problem(
          closed
              ? "this part of the node is being replaced"
              : "at most %d streams of changes are open at once".formatted(settings.streams()));
    }
    boolean listening = false;
    try {
      EventQueue queue = new EventQueue();
      Channel channel = joined(watched, queue, last);
      listening = true;
      return new Listening(channel, queue, places);
    } finally {
      if (!listening) {
        places.release();
      }
    }
  }

  private Channel joined(Watched watched, EventQueue queue, Optional<String> last) {
    Watched.Identity identity = watched.identity();
    Channel present = channels.get(identity);
    if (present != null && present.join(queue, last)) {
      return present;
    }
    Channel made = new Channel(source(watched), () -> valid(watched));
    if (!made.join(queue, last)) {
      throw new IllegalStateException("a channel that has not begun has not ended");
    }
    // Of two that are made at once both serve, and one is found by those who come later.
    channels.put(identity, made);
    Thread.ofVirtual()
        .name("changes-" + watched.relation().name())
        .start(
            () -> {
              made.run();
              channels.remove(identity, made);
            });
    return made;
  }

  private boolean valid(Watched watched) {
    return !closed
        && catalogs
            .apply(watched.catalog().database().name())
            .filter(now -> now.fingerprint().equals(watched.catalog().whole().fingerprint()))
            .isPresent();
  }

  private Source source(Watched watched) {
    RowReader rows = new RowReader(watched, pipeline);
    LiveChanges told = changes.get(watched.catalog().database().name());
    if (told != null && told.tells(watched.relation().name())) {
      // What the caller may not read, or cannot ask for, is refused before the stream begins.
      rows.readAll(1);
      return new HeardSource(watched, rows, told);
    }
    return new PolledSource(rows, Duration.ofMillis(settings.pollMillis()), settings.pollRows());
  }

  /** One who listens. */
  public static final class Listening implements AutoCloseable {

    private final Channel channel;
    private final EventQueue queue;
    private final Semaphore places;

    private Listening(Channel channel, EventQueue queue, Semaphore places) {
      this.channel = channel;
      this.queue = queue;
      this.places = places;
    }

    /** What comes. */
    public EventQueue queue() {
      return queue;
    }

    /** How it is known. */
    public String by() {
      return channel.by();
    }

    @Override
    public void close() {
      channel.leave(queue);
      queue.end();
      places.release();
    }
  }
}
