package org.sqlxos.wirevm.internal.database;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.wirepack.api.Access;
import org.sqlxos.wirepack.api.ConnectedDatabase;
import org.sqlxos.wirepack.api.ConnectionUrl;
import org.sqlxos.wirepack.api.PackDescription;
import org.sqlxos.wirepack.api.PoolReport;
import org.sqlxos.wirepack.api.PoolState;
import org.sqlxos.wirepack.api.Session;
import org.sqlxos.wirepack.api.WirePack;
import org.sqlxos.wirevm.internal.WireProblem;
import org.sqlxos.wirevm.internal.pool.ConnectionPool;
import org.sqlxos.wirevm.internal.pool.Pool;
import org.sqlxos.wirevm.internal.pool.PoolClosed;
import org.sqlxos.wirevm.internal.pool.PoolSettings;
import org.sqlxos.wirevm.internal.pool.PoolSite;
import org.sqlxos.wirevm.internal.pool.WriterBound;
import org.sqlxos.wirevm.internal.session.SocketPack;

/**
 * A database reached with one pack. When a newer pack takes over, whoever still holds this one gets
 * sessions of its successor: nobody's operation fails for having looked a moment too early.
 *
 * <p>Reads and writes have a pool each where they go to different servers, or where the database
 * takes only so many writers.
 */
public final class PooledDatabase implements ConnectedDatabase, PoolReport {

  private final String name;
  private final WirePack pack;
  private final ConnectionUrl url;
  private final PackDescription description;
  private final Pool writing;
  private final Pool reading;
  private volatile @Nullable PooledDatabase successor;

  PooledDatabase(String name, PoolOptions options, WirePack pack) {
    this.name = name;
    this.pack = pack;
    this.description = pack.description();
    this.url = options.url();
    PoolSettings settings = options.settings();
    if (pack instanceof SocketPack wire) {
      PoolSettings each =
          wire.pipelined()
              ? (wire.statementsStandAlone() ? settings.withWriters() : settings)
              : settings.alone();
      boolean split = wire.splits(url);
      this.writing = pool(split ? "write" : "all", each, wire.source(url, Access.WRITE));
      this.reading = split ? pool("read", each, wire.source(url, Access.READ)) : writing;
    } else {
      Function<Deadline, Session> source = deadline -> pack.connect(url, deadline);
      int writers = pack instanceof WriterBound bound ? bound.writers() : 0;
      PoolSettings each = settings.alone();
      this.reading = pool(writers > 0 ? "read" : "all", each, source);
      this.writing = writers > 0 ? pool("write", each.atMost(writers), source) : reading;
    }
  }

  /** One whose pool is all as the URL says, or as usual. */
  public static PooledDatabase connect(String name, ConnectionUrl url, WirePack pack) {
    return new PooledDatabase(name, PoolOptions.of(name, new PoolOptions.Sizes(0, 8), url), pack);
  }

  private Pool pool(String purpose, PoolSettings settings, Function<Deadline, Session> source) {
    Predicate<ProblemException> wrong =
        pack instanceof SocketPack wire ? failure -> wire.wrongServer(url, failure) : _ -> false;
    return new ConnectionPool(new PoolSite(name, purpose, wrong), settings, source);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public PackDescription pack() {
    return description;
  }

  @Override
  public List<PoolState> pools() {
    return reading == writing
        ? List.of(writing.state())
        : List.of(writing.state(), reading.state());
  }

  @Override
  public Session borrow(Access access, Deadline deadline) {
    return borrow(access, "", deadline);
  }

  @Override
  public Session borrow(Access access, String statement, Deadline deadline) {
    PooledDatabase database = this;
    while (true) {
      try {
        Pool pool = access == Access.READ ? database.reading : database.writing;
        return pool.borrow(access, statement, deadline);
      } catch (PoolClosed e) {
        database = database.successor;
        if (database == null) {
          throw WireProblem.DATABASE_GONE.problem(
              "\"%s\" is being disconnected".formatted(name),
              "Try again once a wire pack for it is there.");
        }
      }
    }
  }

  boolean reachedWith(WirePack other) {
    return pack == other;
  }

  /** Names the database that takes over. Before {@link #drain}. */
  void succeededBy(PooledDatabase next) {
    successor = next;
  }

  /** Lends no more sessions, and waits for those that are lent. */
  public void drain() {
    writing.close();
    reading.close();
  }
}
