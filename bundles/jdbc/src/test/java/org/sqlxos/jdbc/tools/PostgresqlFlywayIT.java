package org.sqlxos.jdbc.tools;

import org.sqlxos.testkit.server.DatabaseServer;

class PostgresqlFlywayIT extends FlywaySuite {
  PostgresqlFlywayIT() {
    super(DatabaseServer.POSTGRESQL);
  }
}
