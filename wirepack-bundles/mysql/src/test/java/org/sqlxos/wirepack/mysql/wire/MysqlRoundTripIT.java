package org.sqlxos.wirepack.mysql.wire;

import java.sql.SQLException;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.sqlxos.testkit.server.DatabaseServer;

class MysqlRoundTripIT extends RoundTripProperties {

  @BeforeContainer
  static void open() throws SQLException {
    open(DatabaseServer.MYSQL);
  }
}
