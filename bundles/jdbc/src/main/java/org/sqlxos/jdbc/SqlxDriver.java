package org.sqlxos.jdbc;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.time.Duration;
import java.util.Properties;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.sqlxos.jdbc.internal.connect.JdbcUrl;
import org.sqlxos.jdbc.internal.connect.Packs;
import org.sqlxos.jdbc.internal.connection.SqlxConnection;
import org.sqlxos.jdbc.internal.error.JdbcProblem;
import org.sqlxos.jdbc.internal.error.SqlErrors;
import org.sqlxos.jdbc.internal.link.Link;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.wirepack.api.ConnectionUrl;
import org.sqlxos.wirepack.api.Session;
import org.sqlxos.wirepack.api.WirePack;

/**
 * The driver for {@code jdbc:sqlx:URL}, the URL being one that a wire pack answers to: {@code
 * jdbc:sqlx:postgresql://user:password@host:5432/database?sslmode=verify-full}. Registers itself
 * with {@link DriverManager}.
 */
public final class SqlxDriver implements Driver {

  /** Of this driver; the whole product has one version. */
  public static final int MAJOR = 0;

  /** Of this driver. */
  public static final int MINOR = 1;

  private static final Duration USUAL_LOGIN = Duration.ofSeconds(30);

  static {
    try {
      DriverManager.registerDriver(new SqlxDriver());
    } catch (SQLException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** Made by {@link java.util.ServiceLoader}. */
  public SqlxDriver() {}

  @Override
  public boolean acceptsURL(String url) throws SQLException {
    return requireUrl(url).startsWith(JdbcUrl.PREFIX);
  }

  private static String requireUrl(@Nullable String url) throws SQLException {
    if (url == null) {
      throw JdbcProblem.NO_PACK.exception("There is no URL");
    }
    return url;
  }

  @Override
  public @Nullable Connection connect(String url, @Nullable Properties properties)
      throws SQLException {
    if (!acceptsURL(url)) {
      return null;
    }
    int seconds = DriverManager.getLoginTimeout();
    Duration limit = seconds == 0 ? USUAL_LOGIN : Duration.ofSeconds(seconds);
    return open(url, properties == null ? new Properties() : properties, limit);
  }

  static Connection open(String url, Properties properties, Duration limit) throws SQLException {
    ConnectionUrl target = JdbcUrl.parse(url, properties);
    WirePack pack = Packs.of(target.scheme());
    Session session;
    try {
      session = pack.connect(target, Deadline.in(limit));
    } catch (ProblemException e) {
      throw SqlErrors.of(e);
    }
    boolean done = false;
    try {
      Connection connection =
          new SqlxConnection(
              new Link(session, pack.description()), JdbcUrl.PREFIX + target, JdbcUrl.user(target));
      done = true;
      return connection;
    } finally {
      if (!done) {
        session.close();
      }
    }
  }

  @Override
  public DriverPropertyInfo[] getPropertyInfo(String url, @Nullable Properties properties) {
    Properties given = properties == null ? new Properties() : properties;
    return new DriverPropertyInfo[] {
      property(given, JdbcUrl.USER, "Who connects, unless the URL says so."),
      property(given, JdbcUrl.PASSWORD, "The user's password, unless the URL says so."),
      property(
          given,
          "sslmode",
          "Whether and how strictly TLS is used.",
          "disable",
          "prefer",
          "require",
          "verify-ca",
          "verify-full"),
      property(given, "sslrootcert", "The PEM file of the authority that is trusted."),
      property(given, "connect_timeout", "How long a connection may take, such as 10s."),
      property(given, "statement_timeout", "How long each statement may take."),
      property(given, "socket_timeout", "How long the server may be silent.")
    };
  }

  private static DriverPropertyInfo property(
      Properties given, String name, String description, String... choices) {
    DriverPropertyInfo info = new DriverPropertyInfo(name, given.getProperty(name));
    info.description = description;
    info.choices = choices.length == 0 ? null : choices;
    return info;
  }

  @Override
  public int getMajorVersion() {
    return MAJOR;
  }

  @Override
  public int getMinorVersion() {
    return MINOR;
  }

  /** No database is wholly SQL-92, which JDBC asks for here. */
  @Override
  public boolean jdbcCompliant() {
    return false;
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException("The driver logs nothing", "0A000");
  }
}
