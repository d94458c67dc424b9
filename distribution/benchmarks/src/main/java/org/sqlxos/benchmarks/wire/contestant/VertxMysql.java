package org.sqlxos.benchmarks.wire.contestant;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.mysqlclient.MySQLBuilder;
import io.vertx.mysqlclient.MySQLConnectOptions;
import io.vertx.mysqlclient.MySQLConnection;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import org.sqlxos.benchmarks.wire.data.Tables;
import org.sqlxos.testkit.server.TestDatabase;

/** vertx-mysql-client. */
final class VertxMysql implements VertxDriver {

  private final MySQLConnectOptions options = new MySQLConnectOptions();

  VertxMysql(Tables tables) {
    TestDatabase database = tables.database();
    options.setPipeliningLimit(PIPELINING_LIMIT).setCachePreparedStatements(true);
    options.setHost(database.host()).setPort(database.port()).setDatabase(database.name());
    options.setUser(database.user()).setPassword(database.password());
  }

  @Override
  public SqlClient pool(Vertx vertx, PoolOptions pool) {
    return MySQLBuilder.client().with(pool).connectingTo(options).using(vertx).build();
  }

  @Override
  public Future<SqlConnection> connect(Vertx vertx) {
    return MySQLConnection.connect(vertx, options).map(connection -> connection);
  }
}
