package org.sqlxos.benchmarks.wire.contestant;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import org.sqlxos.benchmarks.wire.data.Tables;
import org.sqlxos.testkit.server.TestDatabase;

/** vertx-pg-client. */
final class VertxPostgresql implements VertxDriver {

  private final PgConnectOptions options = new PgConnectOptions();

  VertxPostgresql(Tables tables) {
    TestDatabase database = tables.database();
    options.setPipeliningLimit(PIPELINING_LIMIT).setCachePreparedStatements(true);
    options.setHost(database.host()).setPort(database.port()).setDatabase(database.name());
    options.setUser(database.user()).setPassword(database.password());
  }

  @Override
  public SqlClient pool(Vertx vertx, PoolOptions pool) {
    return PgBuilder.client().with(pool).connectingTo(options).using(vertx).build();
  }

  @Override
  public Future<SqlConnection> connect(Vertx vertx) {
    return PgConnection.connect(vertx, options).map(connection -> connection);
  }
}
