package org.sqlxos.assembly;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.sqlxos.testkit.server.DatabaseServer;
import org.sqlxos.testkit.server.TestDatabase;
import org.sqlxos.testkit.server.WithServer;

@WithServer(DatabaseServer.POSTGRESQL)
class PostgresqlPolicyOracleIT extends PolicyOracleSuite {

  private TestDatabase database;

  @BeforeEach
  void start(TestDatabase given) {
    database = given;
  }

  @Override
  Connection connect() throws SQLException {
    return database.connect();
  }

  @Override
  String url() {
    return database.url();
  }
}
