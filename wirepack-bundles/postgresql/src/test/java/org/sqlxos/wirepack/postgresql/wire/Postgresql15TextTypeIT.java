package org.sqlxos.wirepack.postgresql.wire;

import org.sqlxos.testkit.server.DatabaseServer;

class Postgresql15TextTypeIT extends TextTypeSuite {

  Postgresql15TextTypeIT() {
    super(DatabaseServer.POSTGRESQL_15);
  }
}
