package org.sqlxos.testkit.server;

@WithServer(DatabaseServer.POSTGRESQL_15)
class Postgresql15IT extends DatabaseServerConformance {

  Postgresql15IT(TestDatabase database) {
    super("postgresql", "15", database);
  }
}
