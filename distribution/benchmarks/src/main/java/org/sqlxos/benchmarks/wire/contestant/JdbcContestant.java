package org.sqlxos.benchmarks.wire.contestant;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.ReentrantLock;
import org.sqlxos.benchmarks.wire.data.Checksum;
import org.sqlxos.benchmarks.wire.data.Delivery;
import org.sqlxos.benchmarks.wire.data.Expected;
import org.sqlxos.benchmarks.wire.data.Item;
import org.sqlxos.benchmarks.wire.data.Statements;
import org.sqlxos.benchmarks.wire.data.Tables;
import org.sqlxos.benchmarks.wire.work.BlockingWork;
import org.sqlxos.benchmarks.wire.work.Case;
import org.sqlxos.benchmarks.wire.work.Work;

/** A JDBC driver; its pool is HikariCP. */
final class JdbcContestant implements Contestant {

  private static final Statements STATEMENTS = new Statements(false);

  private final JdbcDriver driver;
  private final Tables tables;

  JdbcContestant(JdbcDriver driver, Tables tables) {
    this.driver = driver;
    this.tables = tables;
  }

  @Override
  public Work prepare(Case benchmark) throws SQLException {
    return switch (benchmark) {
      case Case.Lookup lookup -> pooled(lookup.connections());
      case Case.Flight flight -> shared();
      case Case.Fetch fetch -> fetch();
      case Case.Value value -> value();
      case Case.Batch batch -> batch();
      case Case.Connect connect ->
          new BlockingWork(() -> {}, () -> driver.connect(tables.database()).close());
    };
  }

  private Work pooled(int connections) {
    HikariConfig configuration = new HikariConfig();
    configuration.setJdbcUrl(driver.url(tables.database()));
    configuration.setUsername(tables.database().user());
    configuration.setPassword(tables.database().password());
    configuration.setMaximumPoolSize(connections);
    configuration.setMinimumIdle(connections);
    HikariDataSource pool = new HikariDataSource(configuration);
    return new BlockingWork(
        pool,
        () -> {
          try (Connection connection = pool.getConnection();
              PreparedStatement statement = connection.prepareStatement(STATEMENTS.lookup())) {
            lookUp(statement);
          }
        });
  }

  /** JDBC has no way to have several statements in flight: the callers take turns. */
  private Work shared() throws SQLException {
    Connection connection = connect();
    PreparedStatement statement = connection.prepareStatement(STATEMENTS.lookup());
    ReentrantLock turn = new ReentrantLock();
    return new BlockingWork(
        connection,
        () -> {
          turn.lock();
          try {
            lookUp(statement);
          } finally {
            turn.unlock();
          }
        });
  }

  private static void lookUp(PreparedStatement statement) throws SQLException {
    int id = ThreadLocalRandom.current().nextInt(Item.COUNT) + 1;
    statement.setInt(1, id);
    try (ResultSet rows = statement.executeQuery()) {
      rows.next();
      Expected.item(id, rows.getLong(1), rows.getString(2));
    }
  }

  private Work fetch() throws SQLException {
    Connection connection = connect();
    PreparedStatement statement = connection.prepareStatement(STATEMENTS.fetch());
    JdbcItemReader reader = new JdbcItemReader(tables.server().hasUuid());
    return new BlockingWork(
        connection,
        () -> {
          Checksum checksum = new Checksum();
          try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
              reader.read(rows, checksum);
            }
          }
          Expected.allItems(checksum);
        });
  }

  private Work value() throws SQLException {
    Connection connection = connect();
    PreparedStatement statement = connection.prepareStatement(STATEMENTS.value());
    return new BlockingWork(
        connection,
        () -> {
          statement.setInt(1, 1);
          try (ResultSet rows = statement.executeQuery()) {
            rows.next();
            Expected.document(rows.getBytes(1));
          }
        });
  }

  private Work batch() throws SQLException {
    Connection connection = driver.connectForBatches(tables.database());
    connection.setAutoCommit(false);
    PreparedStatement statement = connection.prepareStatement(STATEMENTS.insertDeliveries(1));
    List<Delivery> deliveries = Delivery.batch();
    return new BlockingWork(
        connection,
        () -> {
          for (Delivery delivery : deliveries) {
            statement.setInt(1, delivery.customer());
            statement.setString(2, delivery.note());
            statement.setBigDecimal(3, delivery.amount());
            statement.addBatch();
          }
          int[] changed = statement.executeBatch();
          connection.commit();
          Expected.changed(deliveries.size(), changed(changed));
        });
  }

  /** A rewritten batch says of each row that it was inserted, but not how many rows that were. */
  private static long changed(int[] counts) {
    return Arrays.stream(counts)
        .filter(count -> count == 1 || count == java.sql.Statement.SUCCESS_NO_INFO)
        .count();
  }

  private Connection connect() throws SQLException {
    return driver.connect(tables.database());
  }

  @Override
  public void close() {
    // Nothing is shared by its cases.
  }
}
