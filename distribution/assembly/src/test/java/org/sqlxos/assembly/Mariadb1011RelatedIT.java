package org.sqlxos.assembly;

import org.sqlxos.testkit.server.DatabaseServer;
import org.sqlxos.testkit.server.WithServer;

@WithServer(DatabaseServer.MARIADB_10_11)
class Mariadb1011RelatedIT extends MysqlRelated {}
