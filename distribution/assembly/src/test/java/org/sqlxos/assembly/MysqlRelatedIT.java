package org.sqlxos.assembly;

import org.sqlxos.testkit.server.DatabaseServer;
import org.sqlxos.testkit.server.TestDatabase;
import org.sqlxos.testkit.server.WithServer;

@WithServer(DatabaseServer.MYSQL)
class MysqlRelatedIT extends MysqlRelated {

  MysqlRelatedIT(TestDatabase database) {
    super(database);
  }
}
