package org.sqlxos.jdbc;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.sqlxos.testkit.server.TestDatabase;

/** The two ways to a database of the tests: this driver, and the vendor's. */
final class Facade {

  private Facade() {}

  static String url(TestDatabase database) {
    return "jdbc:sqlx:" + database.url();
  }

  static Connection connect(TestDatabase database) throws SQLException {
    return DriverManager.getConnection(url(database));
  }
}
