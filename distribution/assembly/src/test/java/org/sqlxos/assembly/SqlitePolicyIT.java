package org.sqlxos.assembly;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class SqlitePolicyIT extends PolicySuite {

  private static Path file;

  @BeforeAll
  void start(@TempDir Path folder) throws IOException, SQLException {
    file = folder.resolve("test.db");
    serve(
        "sqlite:" + file,
        DriverManager.getConnection("jdbc:sqlite:" + file),
        Articles.onSqlite(),
        OctetTests.files("BLOB"));
  }

  @Override
  public String read(String query) throws SQLException {
    return OtherProgram.query(file, query).getFirst().getFirst();
  }
}
