package org.sqlxos.assembly;

import org.sqlxos.testkit.server.DatabaseServer;
import org.sqlxos.testkit.server.WithServer;

@WithServer(DatabaseServer.MARIADB)
class MariadbPolicyIT extends ServerPolicy {

  @Override
  String octets() {
    return "LONGBLOB";
  }

  @Override
  String[] articles() {
    return Articles.onMysql();
  }

  @Override
  public boolean choosesWhatAnUpsertChanges() {
    return false;
  }
}
