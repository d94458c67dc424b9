package org.sqlxos.wirepack.mysql.wire;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlxos.testkit.server.TestDatabase;

/** While it is open, new connections may send and get up to 256 MB at a time. */
record LargePackets(TestDatabase database, long before) implements AutoCloseable {

  static LargePackets allow(TestDatabase database) throws SQLException {
    try (Connection connection = database.asAdministrator().connect();
        Statement statement = connection.createStatement()) {
      long before;
      try (ResultSet rows = statement.executeQuery("SELECT @@GLOBAL.max_allowed_packet")) {
        rows.next();
        before = rows.getLong(1);
      }
      statement.execute("SET GLOBAL max_allowed_packet = 268435456");
      return new LargePackets(database, before);
    }
  }

  @Override
  public void close() throws SQLException {
    try (Connection connection = database.asAdministrator().connect();
        Statement statement = connection.createStatement()) {
      statement.execute("SET GLOBAL max_allowed_packet = " + before);
    }
  }
}
