package org.sqlxos.assembly;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeAll;
import org.sqlxos.testkit.server.TestDatabase;

/** {@link RelatedSuite} over a server that the tests share. */
abstract class ServerRelated extends RelatedSuite {

  private TestDatabase database;

  @BeforeAll
  void start(TestDatabase given) throws IOException, SQLException {
    database = given;
    fill();
  }

  @Override
  Product serve(String... statements) throws IOException, SQLException {
    try (Connection connection = database.connect()) {
      Sql.execute(connection, statements);
    }
    return Product.servingUrl(database.url());
  }
}
