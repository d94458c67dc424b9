package org.sqlxos.assembly;

import org.sqlxos.testkit.server.DatabaseServer;
import org.sqlxos.testkit.server.WithServer;

@WithServer(DatabaseServer.POSTGRESQL)
class PostgresqlPolicyIT extends ServerPolicy {

  @Override
  String[] articles() {
    return Articles.onPostgresql();
  }

  @Override
  String searched() {
    return super.searched() + ", texts";
  }

  @Override
  public boolean ranksByTheRow() {
    return true;
  }
}
