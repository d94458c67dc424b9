package org.sqlxos.assembly;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.io.TempDir;

class SqlitePolicyOracleIT extends PolicyOracleSuite {

  @TempDir private Path folder;

  @Override
  Connection connect() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("test.db"));
  }

  @Override
  String url() {
    return "sqlite:" + folder.resolve("test.db");
  }
}
