package org.sqlxos.assembly;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeAll;
import org.sqlxos.testkit.server.DatabaseServer;
import org.sqlxos.testkit.server.TestDatabase;
import org.sqlxos.testkit.server.WithServer;

@WithServer(DatabaseServer.POSTGRESQL)
class PostgresqlPolicyIT extends PolicySuite {

  private TestDatabase database;

  @BeforeAll
  void start(TestDatabase given) throws IOException, SQLException {
    database = given;
    try (Connection connection = database.connect()) {
      Sql.execute(
          connection,
          "CREATE TABLE users (id INT PRIMARY KEY, name TEXT NOT NULL, secret TEXT)",
          "CREATE TABLE posts (id INT PRIMARY KEY, author_id INT REFERENCES users (id),"
              + " title TEXT NOT NULL, published BOOLEAN NOT NULL DEFAULT false)",
          "CREATE TABLE comments (id INT PRIMARY KEY,"
              + " post_id INT NOT NULL REFERENCES posts (id), text TEXT)");
      Sql.execute(connection, ROWS);
    }
    serve(database.url());
  }

  @Override
  public String read(String query) throws SQLException {
    try (Connection connection = database.connect()) {
      return Sql.first(connection, query);
    }
  }
}
