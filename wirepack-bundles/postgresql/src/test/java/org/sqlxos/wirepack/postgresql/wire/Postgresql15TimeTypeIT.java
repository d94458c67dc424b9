package org.sqlxos.wirepack.postgresql.wire;

import org.sqlxos.testkit.server.DatabaseServer;

class Postgresql15TimeTypeIT extends TimeTypeSuite {

  Postgresql15TimeTypeIT() {
    super(DatabaseServer.POSTGRESQL_15);
  }
}
