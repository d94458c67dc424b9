package org.sqlxos.wirepack.mysql.wire;

import org.sqlxos.testkit.fault.FaultSuite;
import org.sqlxos.testkit.server.DatabaseServer;

class MysqlFaultIT extends FaultSuite {

  MysqlFaultIT() {
    super(
        DatabaseServer.MYSQL,
        Wire::database,
        new Dialect(
            "?",
            "SELECT json_arrayagg(id) FROM ledger",
            "SELECT count(*) FROM information_schema.processlist"
                + " WHERE id <> connection_id() AND user = 'sqlxos_administrator'"));
  }
}
