package org.sqlxos.wirepack.mysql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.sqlxos.testkit.server.DatabaseServer;
import org.sqlxos.testkit.server.TestDatabase;
import org.sqlxos.testkit.server.WithServer;

@WithServer(DatabaseServer.MARIADB)
class MariadbErrorIT extends ErrorConformance {

  @Test
  void namesTheCheckThatDoesNotHold(TestDatabase database) throws SQLException {
    try (var connection = database.connect();
        var statement = connection.createStatement()) {
      statement.execute("ALTER TABLE t ADD CONSTRAINT positive CHECK (n > 0)");
    }
    assertEquals(
        "check The check \"positive\" does not hold", failing(database, "UPDATE t SET n = -1"));
  }
}
