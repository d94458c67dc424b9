package org.sqlxos.jdbc;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** A program that knows {@code java.sql} and nothing else. */
final class PlainJarMain {

  private PlainJarMain() {}

  /** Asks each database for the answer, and prints product and answer. */
  public static void main(String[] urls) throws SQLException {
    for (String url : urls) {
      try (Connection connection = DriverManager.getConnection(url);
          PreparedStatement statement =
              connection.prepareStatement("SELECT CAST(? AS decimal(5)) + 1")) {
        statement.setInt(1, 41);
        try (ResultSet rows = statement.executeQuery()) {
          rows.next();
          System.out.println(
              connection.getMetaData().getDatabaseProductName() + ' ' + rows.getInt(1));
        }
      } catch (SQLException e) {
        System.out.println(e.getMessage());
      }
    }
  }
}
