package org.sqlxos.testkit.server;

@WithServer(DatabaseServer.MARIADB)
class MariadbIT extends DatabaseServerConformance {

  MariadbIT(TestDatabase database) {
    super("mariadb", "11.4.5", database);
  }
}
