package org.sqlxos.testkit.server;

@WithServer(DatabaseServer.MYSQL)
class MysqlIT extends DatabaseServerConformance {

  MysqlIT(TestDatabase database) {
    super("mysql", "8.0.12", database);
  }
}
