package org.sqlxos.wirevm.internal.database;

import org.jspecify.annotations.Nullable;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.wirepack.api.Access;
import org.sqlxos.wirepack.api.ConnectedDatabase;
import org.sqlxos.wirepack.api.ConnectionUrl;
import org.sqlxos.wirepack.api.PackDescription;
import org.sqlxos.wirepack.api.Session;
import org.sqlxos.wirepack.api.WirePack;
import org.sqlxos.wirevm.internal.WireProblem;
import org.sqlxos.wirevm.internal.pool.LanePool;
import org.sqlxos.wirevm.internal.pool.Pool;
import org.sqlxos.wirevm.internal.pool.PoolClosed;
import org.sqlxos.wirevm.internal.pool.PoolSize;
import org.sqlxos.wirevm.internal.pool.SessionPool;
import org.sqlxos.wirevm.internal.pool.WriterBound;
import org.sqlxos.wirevm.internal.session.SocketPack;

/**
 * A database reached with one pack. When a newer pack takes over, whoever still holds this one gets
 * sessions of its successor: nobody's operation fails for having looked a moment too early.
 */
final class PooledDatabase implements ConnectedDatabase {

  /** More would only wait longer for their turn. */
  private static final int READERS_EACH = 256;

  private final String name;
  private final WirePack pack;
  private final PackDescription description;
  private final Pool pool;
  private volatile @Nullable PooledDatabase successor;

  PooledDatabase(String name, ConnectionUrl url, WirePack pack, int sessions) {
    this.name = name;
    this.pack = pack;
    this.description = pack.description();
    this.pool =
        pack instanceof SocketPack wire && wire.pipelined()
            ? new LanePool(name, sessions, READERS_EACH, deadline -> pack.connect(url, deadline))
            : new SessionPool(
                name,
                new PoolSize(sessions, pack instanceof WriterBound bound ? bound.writers() : 0),
                deadline -> pack.connect(url, deadline));
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
  public Session borrow(Access access, Deadline deadline) {
    PooledDatabase database = this;
    while (true) {
      try {
        return database.pool.borrow(access, deadline);
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
  void drain() {
    pool.close();
  }
}
