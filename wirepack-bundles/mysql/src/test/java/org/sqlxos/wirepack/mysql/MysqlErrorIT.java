package org.sqlxos.wirepack.mysql;

import org.sqlxos.testkit.server.DatabaseServer;
import org.sqlxos.testkit.server.WithServer;

@WithServer(DatabaseServer.MYSQL)
class MysqlErrorIT extends ErrorConformance {}
