package org.sqlxos.assembly;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class SqlitePolicyIT extends PolicySuite {

  private static Path file;

  @BeforeAll
  void start(@TempDir Path folder) throws IOException, SQLException {
    file = folder.resolve("test.db");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
      Sql.execute(
          connection,
          "CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT NOT NULL, secret TEXT)",
          "CREATE TABLE posts (id INTEGER PRIMARY KEY, author_id INTEGER REFERENCES users (id),"
              + " title TEXT NOT NULL, published BOOLEAN NOT NULL DEFAULT false)",
          "CREATE TABLE comments (id INTEGER PRIMARY KEY,"
              + " post_id INTEGER NOT NULL REFERENCES posts (id), text TEXT)");
      Sql.execute(connection, ROWS);
    }
    serve("sqlite:" + file);
  }

  @Override
  public String read(String query) throws SQLException {
    return OtherProgram.query(file, query).getFirst().getFirst();
  }
}
