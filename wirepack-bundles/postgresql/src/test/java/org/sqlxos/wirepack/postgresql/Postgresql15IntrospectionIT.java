package org.sqlxos.wirepack.postgresql;

import org.sqlxos.testkit.server.DatabaseServer;
import org.sqlxos.testkit.server.TestDatabase;
import org.sqlxos.testkit.server.WithServer;

@WithServer(DatabaseServer.POSTGRESQL_15)
class Postgresql15IntrospectionIT extends IntrospectionSuite {

  Postgresql15IntrospectionIT(TestDatabase database) {
    super(database);
  }
}
