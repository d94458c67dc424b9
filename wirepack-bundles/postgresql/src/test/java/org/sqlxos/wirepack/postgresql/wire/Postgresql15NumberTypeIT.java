package org.sqlxos.wirepack.postgresql.wire;

import org.sqlxos.testkit.server.DatabaseServer;

class Postgresql15NumberTypeIT extends NumberTypeSuite {

  Postgresql15NumberTypeIT() {
    super(DatabaseServer.POSTGRESQL_15);
  }
}
