package org.sqlxos.wirepack.postgresql.wire;

import org.sqlxos.testkit.server.DatabaseServer;
import org.sqlxos.testkit.server.TestDatabase;
import org.sqlxos.testkit.server.WithServer;

@WithServer(DatabaseServer.POSTGRESQL)
class PostgresqlStatementIT extends StatementSuite {

  PostgresqlStatementIT(TestDatabase database) {
    super(database);
  }
}
