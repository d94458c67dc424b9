package org.sqlxos.benchmarks.wire.contestant;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;

/** One of the reactive clients, with prepared statements kept and pipelining on, without TLS. */
interface VertxDriver {

  /** Operations in flight on a connection at most. */
  int PIPELINING_LIMIT = 256;

  /** A pool whose connections carry several operations at a time. */
  SqlClient pool(Vertx vertx, PoolOptions options);

  Future<SqlConnection> connect(Vertx vertx);
}
