package org.sqlxos.dialects.mysql.internal;

import org.sqlxos.testkit.server.DatabaseServer;
import org.sqlxos.testkit.server.WithServer;

@WithServer(DatabaseServer.MARIADB)
class MariadbDialectIT extends MysqlDialectConformance {}
