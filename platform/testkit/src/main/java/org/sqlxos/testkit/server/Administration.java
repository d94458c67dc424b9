package org.sqlxos.testkit.server;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** How databases and their owners are made, dropped and reached. */
enum Administration {
  /** The driver would use TLS where the server has it; the tests' own connections need none. */
  POSTGRESQL("postgresql", "?sslmode=disable", "postgres") {
    @Override
    void create(Statement statement, String database, Login owner) throws SQLException {
      statement.execute(
          "CREATE ROLE %s LOGIN PASSWORD '%s'".formatted(owner.user(), owner.password()));
      statement.execute("CREATE DATABASE %s OWNER %s".formatted(database, owner.user()));
    }

    @Override
    void drop(Statement statement, String database, Login owner) throws SQLException {
      statement.execute("DROP DATABASE IF EXISTS %s WITH (FORCE)".formatted(database));
      for (PostgresqlAuthentication authentication : PostgresqlAuthentication.values()) {
        authentication.drop(statement, owner);
      }
      statement.execute("DROP ROLE IF EXISTS %s".formatted(owner.user()));
    }
  },

  /** Without TLS the driver fetches the server's public key for the full authentication. */
  MYSQL("mysql", "?sslMode=DISABLED&allowPublicKeyRetrieval=true", "mysql") {
    @Override
    void create(Statement statement, String database, Login owner) throws SQLException {
      createMysqlDatabase(statement, database, owner);
    }

    @Override
    void drop(Statement statement, String database, Login owner) throws SQLException {
      dropMysqlDatabase(statement, database, owner);
    }
  },

  MARIADB("mariadb", "?sslMode=disable", "mysql") {
    @Override
    void create(Statement statement, String database, Login owner) throws SQLException {
      createMysqlDatabase(statement, database, owner);
    }

    @Override
    void drop(Statement statement, String database, Login owner) throws SQLException {
      dropMysqlDatabase(statement, database, owner);
    }
  };

  /** ER_NO_SUCH_THREAD: the connection has ended by itself. */
  private static final int MYSQL_NO_SUCH_THREAD = 1094;

  private final String scheme;
  private final String driverParameters;
  private final String ownDatabase;

  Administration(String scheme, String driverParameters, String ownDatabase) {
    this.scheme = scheme;
    this.driverParameters = driverParameters;
    this.ownDatabase = ownDatabase;
  }

  /** Makes an owner, and a database that is all his. */
  abstract void create(Statement statement, String database, Login owner) throws SQLException;

  /** Drops both, and ends connections that are still open. */
  abstract void drop(Statement statement, String database, Login owner) throws SQLException;

  String nativeUrl(int port, String database, Login login) {
    return "%s://%s:%s@127.0.0.1:%d/%s"
        .formatted(scheme, login.user(), login.password(), port, database);
  }

  String jdbcUrl(int port, String database) {
    return "jdbc:%s://127.0.0.1:%d/%s%s".formatted(scheme, port, database, driverParameters);
  }

  /** Connects the administrator to the database that is there from the start. */
  Connection connect(int port, Login administrator) throws SQLException {
    return DriverManager.getConnection(
        jdbcUrl(port, ownDatabase), administrator.user(), administrator.password());
  }

  private static void createMysqlDatabase(Statement statement, String database, Login owner)
      throws SQLException {
    statement.execute("CREATE DATABASE " + database);
    statement.execute(
        "CREATE USER '%s'@'%%' IDENTIFIED BY '%s'".formatted(owner.user(), owner.password()));
    statement.execute(
        "GRANT ALL PRIVILEGES ON `%s`.* TO '%s'@'%%'"
            .formatted(database.replace("_", "\\_"), owner.user()));
  }

  private static void dropMysqlDatabase(Statement statement, String database, Login owner)
      throws SQLException {
    // A transaction left open would hold up the drop for as long as the server lives.
    for (long connection : mysqlConnections(statement, database, owner)) {
      killMysqlConnection(statement, connection);
    }
    statement.execute("DROP DATABASE IF EXISTS " + database);
    statement.execute("DROP USER IF EXISTS '%s'@'%%'".formatted(owner.user()));
  }

  private static void killMysqlConnection(Statement statement, long connection)
      throws SQLException {
    try {
      statement.execute("KILL " + connection);
    } catch (SQLException failure) {
      if (failure.getErrorCode() != MYSQL_NO_SUCH_THREAD) {
        throw failure;
      }
    }
  }

  private static List<Long> mysqlConnections(Statement statement, String database, Login owner)
      throws SQLException {
    List<Long> connections = new ArrayList<>();
    try (ResultSet rows =
        statement.executeQuery(
            "SELECT id FROM information_schema.processlist"
                + " WHERE id <> CONNECTION_ID() AND (user = '%s' OR db = '%s')"
                    .formatted(owner.user(), database))) {
      while (rows.next()) {
        connections.add(rows.getLong(1));
      }
    }
    return connections;
  }
}
