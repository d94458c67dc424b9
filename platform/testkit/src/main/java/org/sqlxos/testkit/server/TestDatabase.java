package org.sqlxos.testkit.server;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;

/**
 * A database of a test's own, on a server shared with the build's other tests. Its owner can do
 * everything in it and nothing outside.
 */
public final class TestDatabase implements AutoCloseable {

  private static final int MAX_PURPOSE_LENGTH = 20;

  private final RunningServer running;
  private final String name;
  private final Login owner;
  private final Login login;

  private TestDatabase(RunningServer running, String name, Login owner, Login login) {
    this.running = running;
    this.name = name;
    this.owner = owner;
    this.login = login;
  }

  static TestDatabase create(RunningServer running, String purpose) {
    String name = uniqueName(purpose);
    Login owner = Login.withRandomPassword(name);
    Administration administration = running.kind().recipe().administration();
    try {
      administration.create(running.port(), running.administrator(), name, owner);
    } catch (SQLException e) {
      throw new IllegalStateException(
          "%s did not create database %s".formatted(running.kind().title(), name), e);
    }
    return new TestDatabase(running, name, owner, owner);
  }

  /** The kind of server it is on. */
  public DatabaseServer server() {
    return running.kind();
  }

  /** Number of the server's process; the same for all databases of its kind in a build. */
  public long serverPid() {
    return running.processes().server().pid();
  }

  /** Always the loopback address: the servers listen on nothing else. */
  public String host() {
    return "127.0.0.1";
  }

  /** The server's port. */
  public int port() {
    return running.port();
  }

  /** The database's name: lower-case letters, digits and underscores. */
  public String name() {
    return name;
  }

  /** The user's name: lower-case letters, digits and underscores. */
  public String user() {
    return login.user();
  }

  /** The user's password: lower-case letters and digits. */
  public String password() {
    return login.password();
  }

  /**
   * The URL as the product's own tools take it, with user and password: {@code
   * postgresql://user:password@127.0.0.1:5432/name}, or {@code mysql} or {@code mariadb}.
   */
  public String url() {
    return administration().nativeUrl(port(), name, login);
  }

  /** The URL for the vendor's JDBC driver, without user and password. */
  public String jdbcUrl() {
    return administration().jdbcUrl(port(), name);
  }

  /** Connects through the vendor's JDBC driver; the caller closes the connection. */
  public Connection connect() throws SQLException {
    return DriverManager.getConnection(jdbcUrl(), user(), password());
  }

  /** Runs statements, one after the other, in the words of the server; rows are dropped. */
  public void execute(String... statements) throws SQLException {
    administration().execute(port(), name, login, statements);
  }

  /**
   * The same database with the server's administrator as user, who may do everything everywhere.
   * What he makes outside of the database is his to remove. It needs no closing.
   */
  public TestDatabase asAdministrator() {
    return new TestDatabase(running, name, owner, running.administrator());
  }

  /**
   * The same database on a PostgreSQL server with another user, who may do what the owner may and
   * is asked who he is in the given way. He goes with the database.
   */
  public TestDatabase withAuthentication(PostgresqlAuthentication authentication)
      throws SQLException {
    try (Connection connection = administration().connect(running.port(), running.administrator());
        Statement statement = connection.createStatement()) {
      authentication.create(statement, owner);
    }
    return new TestDatabase(running, name, owner, authentication.login(owner));
  }

  /**
   * The certificate, as PEM, of the authority that has issued the server's; that is valid for
   * {@code localhost} and 127.0.0.1. The file lives as long as the server.
   */
  public Path certificateAuthority() {
    return ServerCertificate.authority(running.layout()).certificate();
  }

  /** Drops the database and its owner, with connections still open; a second time is no error. */
  @Override
  public void close() throws SQLException {
    if (!running.processes().server().isAlive()) {
      // A test may end the server; its databases are gone with it.
      return;
    }
    administration().drop(running.port(), running.administrator(), name, owner);
  }

  private Administration administration() {
    return running.kind().recipe().administration();
  }

  @Override
  public String toString() {
    return "%s on %s, port %d, as %s".formatted(name, running.kind().title(), port(), user());
  }

  /** At most 31 characters: a user of the same name has 32 at most in MySQL. */
  private static String uniqueName(String purpose) {
    String plain = purpose.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
    return "t_%s_%s"
        .formatted(
            plain.substring(0, Math.min(plain.length(), MAX_PURPOSE_LENGTH)), Login.randomHex(4));
  }
}
