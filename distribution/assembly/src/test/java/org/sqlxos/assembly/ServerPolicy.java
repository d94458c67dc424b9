package org.sqlxos.assembly;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeAll;
import org.sqlxos.testkit.server.TestDatabase;

/** {@link PolicySuite} over a server that the tests share. */
abstract class ServerPolicy extends PolicySuite {

  private TestDatabase database;

  final TestDatabase database() {
    return database;
  }

  abstract String[] articles();

  abstract String octets();

  @BeforeAll
  void start(TestDatabase given) throws IOException, SQLException {
    database = given;
    serve(database.url(), database.connect(), articles(), OctetTests.files(octets()));
  }

  @Override
  public String read(String query) throws SQLException {
    try (Connection connection = database.connect()) {
      return Sql.first(connection, query);
    }
  }
}
