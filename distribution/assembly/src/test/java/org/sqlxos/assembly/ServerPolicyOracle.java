package org.sqlxos.assembly;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.sqlxos.testkit.server.TestDatabase;

/** {@link PolicyOracleSuite} over a server that the tests share. */
abstract class ServerPolicyOracle extends PolicyOracleSuite {

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
