package org.sqlxos.wirepack.mysql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sqlxos.testkit.server.DatabaseServer;
import org.sqlxos.testkit.server.WithServer;

@WithServer(DatabaseServer.MYSQL)
class MysqlIntrospectionIT extends IntrospectionConformance {

  @Test
  void aServerThatForgetsChecksHasNone() throws SQLException {
    run("CREATE TABLE extra(a INT CHECK (a > 0))");
    assertEquals(List.of(), table(catalog(), "extra").checks());
  }
}
