package org.sqlxos.assembly;

import org.sqlxos.testkit.server.DatabaseServer;
import org.sqlxos.testkit.server.TestDatabase;
import org.sqlxos.testkit.server.WithServer;

@WithServer(DatabaseServer.MARIADB_10_11)
class Mariadb1011RelatedIT extends MysqlRelated {

  Mariadb1011RelatedIT(TestDatabase database) {
    super(database);
  }
}
