package org.sqlxos.wirepack.postgresql.wire;

import org.sqlxos.testkit.server.DatabaseServer;
import org.sqlxos.testkit.server.TestDatabase;
import org.sqlxos.testkit.server.WithServer;
import org.sqlxos.testkit.session.ServerConformance;

@WithServer(DatabaseServer.POSTGRESQL)
class PostgresqlConformanceIT extends ServerConformance {

  PostgresqlConformanceIT(TestDatabase database) {
    super(database, Wire.CONNECTIONS);
  }
}
