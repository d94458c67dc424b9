package org.sqlxos.wirepack.postgresql;

import org.sqlxos.testkit.server.DatabaseServer;
import org.sqlxos.testkit.server.TestDatabase;
import org.sqlxos.testkit.server.WithServer;

@WithServer(DatabaseServer.POSTGRESQL_15)
class Postgresql15ChangeProbeIT extends ChangeProbeSuite {

  Postgresql15ChangeProbeIT(TestDatabase database) {
    super(database);
  }
}
