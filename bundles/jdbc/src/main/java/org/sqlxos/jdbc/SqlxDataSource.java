package org.sqlxos.jdbc;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.time.Duration;
import java.util.Properties;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sqlxos.jdbc.internal.connect.JdbcUrl;
import org.sqlxos.jdbc.internal.error.JdbcProblem;

/**
 * Connections to one database, each new. The properties are those of a bean: {@code url}, {@code
 * user}, {@code password}, {@code loginTimeout} in seconds.
 */
public final class SqlxDataSource implements DataSource {

  private static final int USUAL_LOGIN_SECONDS = 30;

  private @Nullable String url;
  private String user = "";
  private String password = "";
  private int loginTimeout;
  private @Nullable PrintWriter logWriter;

  /** Without a URL, which is to be set. */
  public SqlxDataSource() {}

  /**
   * @param url {@code jdbc:sqlx:...}
   */
  public SqlxDataSource(String url) {
    this.url = url;
  }

  public @Nullable String getUrl() {
    return url;
  }

  public void setUrl(String url) {
    this.url = url;
  }

  public String getUser() {
    return user;
  }

  public void setUser(String user) {
    this.user = user;
  }

  public void setPassword(String password) {
    this.password = password;
  }

  @Override
  public Connection getConnection() throws SQLException {
    return getConnection(user, password);
  }

  @Override
  public Connection getConnection(@Nullable String name, @Nullable String secret)
      throws SQLException {
    String target = url;
    if (target == null || !target.startsWith(JdbcUrl.PREFIX)) {
      throw JdbcProblem.NO_PACK.exception(
          "The data source has no URL that begins with " + JdbcUrl.PREFIX, "Set its url.");
    }
    Properties properties = new Properties();
    properties.setProperty(JdbcUrl.USER, name == null ? "" : name);
    properties.setProperty(JdbcUrl.PASSWORD, secret == null ? "" : secret);
    int seconds = loginTimeout == 0 ? USUAL_LOGIN_SECONDS : loginTimeout;
    return SqlxDriver.open(target, properties, Duration.ofSeconds(seconds));
  }

  /** Kept; nothing is written to it. */
  @Override
  public void setLogWriter(@Nullable PrintWriter writer) {
    logWriter = writer;
  }

  @Override
  public @Nullable PrintWriter getLogWriter() {
    return logWriter;
  }

  @Override
  public void setLoginTimeout(int seconds) {
    loginTimeout = seconds;
  }

  @Override
  public int getLoginTimeout() {
    return loginTimeout;
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException("The driver logs nothing", "0A000");
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    if (type.isInstance(this)) {
      return type.cast(this);
    }
    throw JdbcProblem.unsupported("To be unwrapped to " + type.getName());
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return type.isInstance(this);
  }
}
