package org.sqlxos.wirepack.postgresql.wire;

import org.sqlxos.testkit.fault.FaultSuite;
import org.sqlxos.testkit.server.DatabaseServer;

class Postgresql15FaultIT extends FaultSuite {

  Postgresql15FaultIT() {
    super(
        DatabaseServer.POSTGRESQL_15,
        Wire::database,
        new Dialect(
            "$1",
            "SELECT string_agg(id::text, ',') FROM ledger",
            "SELECT count(*) FROM pg_stat_activity"
                + " WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()"));
  }
}
