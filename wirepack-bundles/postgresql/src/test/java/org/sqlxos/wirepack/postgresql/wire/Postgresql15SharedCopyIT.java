package org.sqlxos.wirepack.postgresql.wire;

import org.sqlxos.testkit.server.DatabaseServer;
import org.sqlxos.testkit.server.TestDatabase;
import org.sqlxos.testkit.server.WithServer;

@WithServer(DatabaseServer.POSTGRESQL_15)
class Postgresql15SharedCopyIT extends SharedCopySuite {

  Postgresql15SharedCopyIT(TestDatabase database) {
    super(database);
  }
}
