package org.sqlxos.planner.internal;

import org.sqlxos.testkit.server.DatabaseServer;
import org.sqlxos.testkit.server.WithServer;

@WithServer(DatabaseServer.MYSQL)
class MysqlReadBackIT extends ReadBackConformance {}
