package org.sqlxos.assembly;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeAll;
import org.sqlxos.testkit.server.TestDatabase;

/** The REST API over a server that the tests share, reached through its wire pack. */
abstract class ServerRest extends RestSuite implements WriteTests, ViewTests, FunctionTests {

  private TestDatabase database;

  @BeforeAll
  void start(TestDatabase given) throws IOException, SQLException {
    database = given;
    fill();
    execute(VIEWS);
    execute(functions());
    serve(Product.servingUrl(database.url()));
  }

  final TestDatabase database() {
    return database;
  }

  /** Those that the tests call. */
  abstract String[] functions();

  @Override
  public Http client() {
    return product().http();
  }

  @Override
  public String seen(String query) throws SQLException {
    return read(query);
  }

  @Override
  void execute(String... statements) throws SQLException {
    try (Connection connection = database.connect()) {
      Sql.execute(connection, statements);
    }
  }

  @Override
  String read(String query) throws SQLException {
    try (Connection connection = database.connect()) {
      return Sql.first(connection, query);
    }
  }
}
