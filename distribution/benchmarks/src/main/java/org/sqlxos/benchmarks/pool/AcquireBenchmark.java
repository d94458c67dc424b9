package org.sqlxos.benchmarks.pool;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.wirepack.api.Access;
import org.sqlxos.wirepack.api.Session;
import org.sqlxos.wirevm.internal.pool.ConnectionPool;
import org.sqlxos.wirevm.internal.pool.PoolClosed;
import org.sqlxos.wirevm.internal.pool.PoolSettings;
import org.sqlxos.wirevm.internal.pool.PoolSite;

/** What it costs to borrow a connection and to give it back, where that does nothing. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class AcquireBenchmark {

  private static final int CONNECTIONS = 32;
  private static final Duration LIMIT = Duration.ofSeconds(8);

  /** Ours. */
  @State(Scope.Benchmark)
  public static class Ours {

    final ConnectionPool pool =
        new ConnectionPool(
            PoolSite.of("stub"),
            PoolSettings.of(new PoolSettings.Size(CONNECTIONS, CONNECTIONS, 1)),
            _ -> new StubDriver.StubSession());

    /** Waits until all connections are there. */
    @Setup
    public void fill() {
      while (pool.state().open() < CONNECTIONS) {
        Thread.onSpinWait();
      }
    }

    @TearDown
    public void close() {
      pool.close();
    }
  }

  /** The peer. */
  @State(Scope.Benchmark)
  public static class Hikari {

    final HikariDataSource pool = new HikariDataSource(configuration());

    private static HikariConfig configuration() {
      HikariConfig config = new HikariConfig();
      config.setDataSource(new StubDriver.StubSource());
      config.setMaximumPoolSize(CONNECTIONS);
      config.setMinimumIdle(CONNECTIONS);
      config.setConnectionTimeout(LIMIT.toMillis());
      return config;
    }

    /** Waits until all connections are there. */
    @Setup
    public void fill() {
      while (pool.getHikariPoolMXBean().getTotalConnections() < CONNECTIONS) {
        Thread.onSpinWait();
      }
    }

    @TearDown
    public void close() {
      pool.close();
    }
  }

  @Benchmark
  public Session ours(Ours ours) throws PoolClosed {
    try (Session session = ours.pool.borrow(Access.WRITE, "", Deadline.in(LIMIT))) {
      return session;
    }
  }

  @Benchmark
  public Connection hikari(Hikari hikari) throws SQLException {
    try (Connection connection = hikari.pool.getConnection()) {
      return connection;
    }
  }
}
