package org.sqlxos.testkit.server;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
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
  },

  /** There is no JDBC here. The user that the server begins with makes the administrator. */
  CASSANDRA("cassandra", "", "system") {
    @Override
    boolean accepts(int port, Login administrator) throws SQLException {
      try {
        execute(port, "", administrator);
      } catch (SQLException refused) {
        if (refused.getErrorCode() != CASSANDRA_BAD_CREDENTIALS) {
          throw refused;
        }
        execute(
            port,
            "",
            FIRST_CASSANDRA_USER,
            "CREATE ROLE %s WITH SUPERUSER = true AND LOGIN = true AND PASSWORD = '%s'"
                .formatted(administrator.user(), administrator.password()));
      }
      return true;
    }

    @Override
    void create(int port, Login administrator, String database, Login owner) throws SQLException {
      execute(
          port,
          "",
          administrator,
          "CREATE ROLE %s WITH LOGIN = true AND PASSWORD = '%s'"
              .formatted(owner.user(), owner.password()),
          "CREATE KEYSPACE %s WITH replication = %s AND durable_writes = false"
              .formatted(database, "{'class': 'SimpleStrategy', 'replication_factor': 1}"),
          "GRANT ALL PERMISSIONS ON KEYSPACE %s TO %s".formatted(database, owner.user()));
    }

    @Override
    void drop(int port, Login administrator, String database, Login owner) throws SQLException {
      execute(
          port,
          "",
          administrator,
          "DROP KEYSPACE IF EXISTS " + database,
          "DROP ROLE IF EXISTS " + owner.user());
    }

    @Override
    void execute(int port, String database, Login login, String... statements) throws SQLException {
      try (CqlClient client = new CqlClient(port, login)) {
        if (!database.isEmpty()) {
          client.execute("USE " + database);
        }
        for (String statement : statements) {
          client.execute(statement);
        }
      }
    }

    @Override
    void create(Statement statement, String database, Login owner) throws SQLException {
      throw new SQLFeatureNotSupportedException();
    }

    @Override
    void drop(Statement statement, String database, Login owner) throws SQLException {
      throw new SQLFeatureNotSupportedException();
    }
  };

  private static final int CASSANDRA_BAD_CREDENTIALS = 0x100;
  private static final Login FIRST_CASSANDRA_USER = new Login("cassandra", "cassandra");

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

  /** Whether the administrator can log in; a reason why not is thrown. */
  boolean accepts(int port, Login administrator) throws SQLException {
    try (Connection connection = connect(port, administrator)) {
      return connection.isValid(1);
    }
  }

  /** Makes an owner and his database on a server. */
  void create(int port, Login administrator, String database, Login owner) throws SQLException {
    try (Connection connection = connect(port, administrator);
        Statement statement = connection.createStatement()) {
      create(statement, database, owner);
    }
  }

  /** Drops both on a server. */
  void drop(int port, Login administrator, String database, Login owner) throws SQLException {
    try (Connection connection = connect(port, administrator);
        Statement statement = connection.createStatement()) {
      drop(statement, database, owner);
    }
  }

  /** Runs statements in a database, one after the other. */
  void execute(int port, String database, Login login, String... statements) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(jdbcUrl(port, database), login.user(), login.password());
        Statement statement = connection.createStatement()) {
      for (String text : statements) {
        statement.execute(text);
      }
    }
  }

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
