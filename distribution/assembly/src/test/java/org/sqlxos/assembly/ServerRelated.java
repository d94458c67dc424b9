package org.sqlxos.assembly;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.sqlxos.testkit.server.TestDatabase;

/** {@link RelatedSuite} over a server that the tests share. */
abstract class ServerRelated extends RelatedSuite {

  private final TestDatabase database;

  ServerRelated(TestDatabase database) {
    this.database = database;
  }

  @Override
  Product serve(String... statements) throws IOException, SQLException {
    try (Connection connection = database.connect()) {
      Sql.execute(connection, statements);
    }
    return Product.servingUrl(database.url());
  }
}
