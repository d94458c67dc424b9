package org.sqlxos.wirepack.postgresql;

import org.sqlxos.testkit.server.DatabaseServer;
import org.sqlxos.testkit.server.TestDatabase;
import org.sqlxos.testkit.server.WithServer;

@WithServer(DatabaseServer.POSTGRESQL)
class PostgresqlChangeProbeIT extends ChangeProbeSuite {

  PostgresqlChangeProbeIT(TestDatabase database) {
    super(database);
  }
}
