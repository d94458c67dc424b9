package org.sqlxos.testkit.server;

import java.util.Locale;

/** The servers that tests can have. */
public enum DatabaseServer {

  /**
   * PostgreSQL 18: SCRAM-SHA-256, TLS, UTF-8 with the builtin locale {@code C.UTF-8}, time zone
   * UTC.
   */
  POSTGRESQL("PostgreSQL 18.6"),

  /** The same in version 15, as Debian's package {@code postgresql-15} has it, locale of libc. */
  POSTGRESQL_15("PostgreSQL 15"),

  /** MySQL 8.0: {@code caching_sha2_password}, TLS, utf8mb4, UTC. */
  MYSQL("MySQL 8.0.12"),

  /** MariaDB 11.4: {@code mysql_native_password}, TLS, utf8mb4, UTC. */
  MARIADB("MariaDB 11.4.5"),

  /** The same in version 10.11, as Debian's package {@code mariadb-server} has it. */
  MARIADB_10_11("MariaDB 10.11"),

  /**
   * Cassandra 5.0, one node: passwords, TLS for who wants it, materialized views. Its files come
   * with the module {@code platform/testkit-cassandra}; it needs a JDK 17 on the machine.
   */
  CASSANDRA("Cassandra 5.0");

  private final String title;

  DatabaseServer(String title) {
    this.title = title;
  }

  /** Product and version, as a message names them. */
  public String title() {
    return title;
  }

  /**
   * Makes a fresh database with an owner of its own; the server is started if none of this build
   * runs. {@link WithServer} does this for most tests; whoever calls it closes the result.
   *
   * @param purpose becomes part of the database's name; a test class's name for instance
   * @throws org.opentest4j.TestAbortedException if the server cannot run on this machine
   * @throws AssertionError the same, with {@code CI=true} in the environment
   */
  public TestDatabase createDatabase(String purpose) {
    return TestDatabase.create(start(), purpose);
  }

  /** Gives the running server, or throws as {@link #createDatabase} does. */
  RunningServer start() {
    try {
      return BuildServers.ofThisBuild().obtain(this);
    } catch (ServerUnavailableException unavailable) {
      throw UnavailableServerRule.ofThisEnvironment().toThrow(unavailable);
    }
  }

  Recipe recipe() {
    return switch (this) {
      case POSTGRESQL -> PostgresqlRecipe.FROM_CLASS_PATH;
      case POSTGRESQL_15 -> PostgresqlRecipe.DEBIAN_15;
      case MYSQL -> new MysqlRecipe();
      case MARIADB -> MariadbRecipe.FROM_CLASS_PATH;
      case MARIADB_10_11 -> MariadbRecipe.DEBIAN_10_11;
      case CASSANDRA -> new CassandraRecipe();
    };
  }

  /** The name in files. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
