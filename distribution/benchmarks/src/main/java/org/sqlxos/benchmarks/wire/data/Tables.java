package org.sqlxos.benchmarks.wire.data;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlxos.testkit.server.TestDatabase;

/** A database with the tables, filled. */
public final class Tables implements AutoCloseable {

  private final Server server;
  private final TestDatabase database;

  private Tables(Server server, TestDatabase database) {
    this.server = server;
    this.database = database;
  }

  /** Starts the server if none runs, and fills a database of its own there. */
  public static Tables create(Server server) throws SQLException {
    Tables tables = new Tables(server, server.server().createDatabase("wire"));
    tables.fill();
    return tables;
  }

  public Server server() {
    return server;
  }

  public TestDatabase database() {
    return database;
  }

  /** Removes what was inserted: a table that grows would slow down whoever comes later. */
  public void emptyDeliveries() {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("TRUNCATE TABLE delivery");
    } catch (SQLException e) {
      throw new IllegalStateException("the inserted rows cannot be removed", e);
    }
  }

  private void fill() throws SQLException {
    try (Connection connection = database.connect()) {
      try (Statement statement = connection.createStatement()) {
        for (String table : server.tables()) {
          statement.execute(table);
        }
      }
      connection.setAutoCommit(false);
      insertItems(connection);
      insertDocument(connection);
      connection.commit();
      connection.setAutoCommit(true);
      try (Statement statement = connection.createStatement()) {
        statement.execute(server == Server.POSTGRESQL ? "VACUUM ANALYZE" : "ANALYZE TABLE item");
      }
    }
  }

  private void insertItems(Connection connection) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(new Statements(false).insertItem())) {
      for (int id = 1; id <= Item.COUNT; id++) {
        bind(insert, Item.of(id));
        insert.addBatch();
        if (id % 1000 == 0) {
          insert.executeBatch();
        }
      }
    }
  }

  private void bind(PreparedStatement insert, Item item) throws SQLException {
    insert.setInt(1, item.id());
    insert.setLong(2, item.serial());
    insert.setString(3, item.label());
    insert.setBigDecimal(4, item.price());
    insert.setObject(5, item.changed());
    insert.setObject(6, item.due());
    insert.setBoolean(7, item.active());
    insert.setDouble(8, item.weight());
    insert.setObject(9, server.hasUuid() ? item.code() : item.code().toString());
    insert.setBytes(10, item.digest());
  }

  private static void insertDocument(Connection connection) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(new Statements(false).insertDocument())) {
      insert.setInt(1, 1);
      insert.setBytes(2, Document.content());
      insert.executeUpdate();
    }
  }

  @Override
  public void close() throws SQLException {
    database.close();
  }
}
