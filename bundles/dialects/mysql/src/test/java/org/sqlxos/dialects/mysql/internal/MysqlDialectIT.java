package org.sqlxos.dialects.mysql.internal;

import org.sqlxos.testkit.server.DatabaseServer;
import org.sqlxos.testkit.server.WithServer;

@WithServer(DatabaseServer.MYSQL)
class MysqlDialectIT extends MysqlDialectConformance {}
