package org.sqlxos.benchmarks.wire.contestant;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.PreparedQuery;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.sqlxos.benchmarks.wire.data.Checksum;
import org.sqlxos.benchmarks.wire.data.Delivery;
import org.sqlxos.benchmarks.wire.data.Expected;
import org.sqlxos.benchmarks.wire.data.Item;
import org.sqlxos.benchmarks.wire.data.Server;
import org.sqlxos.benchmarks.wire.data.Statements;
import org.sqlxos.benchmarks.wire.work.Case;
import org.sqlxos.benchmarks.wire.work.Work;

/** A reactive client; a pool's connections are divided among the event loops. */
final class VertxContestant implements Contestant {

  private final Vertx vertx;
  private final VertxDriver driver;
  private final Server server;
  private final Statements statements;

  private VertxContestant(Vertx vertx, VertxDriver driver, Server server) {
    this.vertx = vertx;
    this.driver = driver;
    this.server = server;
    this.statements = server.statements();
  }

  static VertxContestant start(VertxDriver driver, Server server) {
    // Java's own transport, the default: Netty's epoll was measured to be no faster here, and takes
    // 200 ms for a connection to MySQL.
    VertxOptions options = new VertxOptions().setEventLoopPoolSize(processors());
    return new VertxContestant(Vertx.builder().with(options).build(), driver, server);
  }

  @Override
  public Work prepare(Case benchmark) throws Exception {
    return switch (benchmark) {
      case Case.Lookup lookup -> pooled(lookup.connections());
      // Its connections carry several operations at a time.
      case Case.Flight flight -> pooled(1);
      case Case.Fetch fetch -> onConnection(this::fetch);
      case Case.Value value -> onConnection(this::value);
      case Case.Batch batch -> batch();
      case Case.Connect connect ->
          onConnection(connection -> driver.connect(vertx).compose(SqlConnection::close));
    };
  }

  private Work pooled(int connections) throws Exception {
    int loops = Math.min(connections, processors());
    PoolOptions options = new PoolOptions().setMaxSize(connections / loops);
    List<EventLoop<SqlClient>> clients =
        IntStream.range(0, loops)
            .mapToObj(i -> new EventLoop<>(() -> opened(driver.pool(vertx, options))))
            .toList();
    VertxWork.deploy(vertx, clients);
    return new VertxWork<>(clients, this::lookUp);
  }

  private static Future<SqlClient> opened(SqlClient client) {
    return Future.succeededFuture(client);
  }

  private Work onConnection(Function<SqlConnection, Future<?>> operation) throws Exception {
    List<EventLoop<SqlConnection>> loop = List.of(new EventLoop<>(() -> driver.connect(vertx)));
    VertxWork.deploy(vertx, loop);
    return new VertxWork<>(loop, operation);
  }

  private Future<?> lookUp(SqlClient client) {
    int id = ThreadLocalRandom.current().nextInt(Item.COUNT) + 1;
    return client
        .preparedQuery(statements.lookup())
        .execute(Tuple.of(id))
        .map(
            rows -> {
              Row row = rows.iterator().next();
              Expected.item(id, row.getLong(0), row.getString(1));
              return id;
            });
  }

  private Future<?> fetch(SqlConnection connection) {
    VertxItemReader reader = new VertxItemReader(server.hasUuid());
    return connection
        .preparedQuery(statements.fetch())
        .execute()
        .map(
            rows -> {
              Checksum checksum = new Checksum();
              for (Row row : rows) {
                reader.read(row, checksum);
              }
              Expected.allItems(checksum);
              return rows.size();
            });
  }

  private Future<?> value(SqlConnection connection) {
    return connection
        .preparedQuery(statements.value())
        .execute(Tuple.of(1))
        .map(
            rows -> {
              byte[] content = rows.iterator().next().getBuffer(0).getBytes();
              Expected.document(content);
              return content.length;
            });
  }

  private Work batch() throws Exception {
    List<Delivery> deliveries = Delivery.batch();
    return onConnection(
        connection -> {
          List<Tuple> tuples =
              deliveries.stream()
                  .map(row -> Tuple.of(row.customer(), row.note(), row.amount()))
                  .toList();
          PreparedQuery<RowSet<Row>> insert =
              connection.preparedQuery(statements.insertDeliveries(1));
          return connection
              .begin()
              .compose(
                  transaction ->
                      insert.executeBatch(tuples).compose(rows -> transaction.commit().map(rows)))
              .map(
                  rows -> {
                    Expected.changed(deliveries.size(), changed(rows));
                    return deliveries.size();
                  });
        });
  }

  /** Each row of a batch has a result of its own. */
  private static long changed(RowSet<Row> first) {
    long changed = 0;
    for (RowSet<Row> rows = first; rows != null; rows = rows.next()) {
      changed += rows.rowCount();
    }
    return changed;
  }

  private static int processors() {
    return Runtime.getRuntime().availableProcessors();
  }

  @Override
  public void close() throws Exception {
    VertxWork.await(vertx.close());
  }
}
