package org.sqlxos.testkit.server;

@WithServer(DatabaseServer.MARIADB_10_11)
class Mariadb1011IT extends DatabaseServerConformance {

  Mariadb1011IT(TestDatabase database) {
    super("mariadb", "10.11", database);
  }
}
