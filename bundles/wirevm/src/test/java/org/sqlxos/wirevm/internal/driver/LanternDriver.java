package org.sqlxos.wirevm.internal.driver;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Properties;
import java.util.logging.Logger;

/** A driver that can be packed into a jar: it takes its URLs and connects to nothing. */
public final class LanternDriver implements Driver {

  @Override
  public Connection connect(String url, Properties properties) throws SQLException {
    throw new SQLException("out of oil", "08001");
  }

  @Override
  public boolean acceptsURL(String url) {
    return url.startsWith("jdbc:lantern:");
  }

  @Override
  public DriverPropertyInfo[] getPropertyInfo(String url, Properties properties) {
    return new DriverPropertyInfo[0];
  }

  @Override
  public int getMajorVersion() {
    return 1;
  }

  @Override
  public int getMinorVersion() {
    return 0;
  }

  @Override
  public boolean jdbcCompliant() {
    return false;
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException();
  }
}
