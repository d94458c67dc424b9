package org.sqlxos.jdbc.tools;

import org.sqlxos.testkit.server.DatabaseServer;

class MysqlFlywayIT extends FlywaySuite {
  MysqlFlywayIT() {
    super(DatabaseServer.MYSQL);
  }
}
