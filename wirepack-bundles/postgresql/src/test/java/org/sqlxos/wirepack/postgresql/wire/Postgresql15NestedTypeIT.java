package org.sqlxos.wirepack.postgresql.wire;

import org.sqlxos.testkit.server.DatabaseServer;

class Postgresql15NestedTypeIT extends NestedTypeSuite {

  Postgresql15NestedTypeIT() {
    super(DatabaseServer.POSTGRESQL_15);
  }
}
