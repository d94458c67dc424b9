package org.sqlxos.assembly;

import org.sqlxos.testkit.server.DatabaseServer;
import org.sqlxos.testkit.server.WithServer;

@WithServer(DatabaseServer.MYSQL)
class MysqlPolicyOracleIT extends ServerPolicyOracle {}
