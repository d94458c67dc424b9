package org.sqlxos.testkit.server;

@WithServer(DatabaseServer.POSTGRESQL)
class PostgresqlIT extends DatabaseServerConformance {

  PostgresqlIT(TestDatabase database) {
    super("postgresql", "18.6", database);
  }
}
