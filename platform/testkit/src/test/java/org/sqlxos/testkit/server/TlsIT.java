package org.sqlxos.testkit.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sqlxos.testkit.tls.TestAuthority;

/** The servers' certificates and PostgreSQL's ways to authenticate, by the vendors' drivers. */
class TlsIT {

  /** Asked in the tests of its own pack: there is no JDBC driver of it here. */
  private static final String WITHOUT_A_DRIVER = "CASSANDRA";

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = WITHOUT_A_DRIVER)
  void showsACertificateForItsHostThatTheAuthorityHasIssued(DatabaseServer server)
      throws SQLException {
    try (TestDatabase database = server.createDatabase("tls")) {
      Path authority = database.certificateAuthority();
      for (String host : new String[] {"127.0.0.1", "localhost"}) {
        String cipher = cipher(url(database, host), verifying(database, authority));
        assertTrue(cipher.contains("AES") || cipher.contains("CHACHA"), cipher);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = WITHOUT_A_DRIVER)
  void isRefusedByWhoTrustsAnotherAuthority(DatabaseServer server)
      throws SQLException, IOException {
    Path other = TestAuthority.create(folder).certificate();
    try (TestDatabase database = server.createDatabase("tls")) {
      assertThrows(
          SQLException.class, () -> cipher(url(database, "127.0.0.1"), verifying(database, other)));
    }
  }

  @Test
  @WithServer(DatabaseServer.POSTGRESQL)
  void letsUsersInTheirWay(TestDatabase database) throws SQLException {
    letsUsersIn(database);
  }

  @Test
  @WithServer(DatabaseServer.POSTGRESQL_15)
  void letsUsersOfAnOlderVersionInTheirWay(TestDatabase database) throws SQLException {
    letsUsersIn(database);
  }

  private static void letsUsersIn(TestDatabase database) throws SQLException {
    for (PostgresqlAuthentication authentication : PostgresqlAuthentication.values()) {
      TestDatabase user = database.withAuthentication(authentication);
      Properties trusting = verifying(user, database.certificateAuthority());
      Properties wrong = verifying(user, database.certificateAuthority());
      wrong.setProperty("password", "wrong");
      String url = url(user, "127.0.0.1");
      switch (authentication) {
        case MD5, PASSWORD -> {
          user.connect().close();
          cipher(url, trusting);
          assertRefused("28P01", url, wrong);
        }
        case TRUST -> cipher(url, wrong);
        case TLS_ONLY -> {
          cipher(url, trusting);
          assertRefused("28000", user.jdbcUrl(), credentials(user));
        }
        case REJECT, CERTIFICATE -> assertRefused("28000", url, trusting);
      }
    }
  }

  private static void assertRefused(String state, String url, Properties properties) {
    SQLException refused = assertThrows(SQLException.class, () -> cipher(url, properties));
    assertEquals(state, refused.getSQLState(), refused.getMessage());
  }

  private static String url(TestDatabase database, String host) {
    String own = database.jdbcUrl().replace("127.0.0.1", host);
    return own.substring(0, own.indexOf('?'));
  }

  private static Properties credentials(TestDatabase database) {
    Properties properties = new Properties();
    properties.setProperty("user", database.user());
    properties.setProperty("password", database.password());
    return properties;
  }

  private static Properties verifying(TestDatabase database, Path authority) {
    Properties properties = credentials(database);
    switch (database.server()) {
      case POSTGRESQL, POSTGRESQL_15 -> {
        properties.setProperty("sslmode", "verify-full");
        properties.setProperty("sslrootcert", authority.toString());
      }
      case MYSQL -> {
        properties.setProperty("sslMode", "VERIFY_IDENTITY");
        properties.setProperty("trustCertificateKeyStoreUrl", "file:" + trusted(authority));
        properties.setProperty("trustCertificateKeyStoreType", "PKCS12");
        properties.setProperty("trustCertificateKeyStorePassword", "password");
      }
      case MARIADB, MARIADB_10_11 -> {
        properties.setProperty("sslMode", "verify-full");
        properties.setProperty("serverSslCert", authority.toString());
      }
    }
    return properties;
  }

  /** The store in which the authority keeps its certificate; only this driver reads no PEM. */
  private static Path trusted(Path authority) {
    return authority.resolveSibling("trusted.p12");
  }

  private static String cipher(String url, Properties properties) throws SQLException {
    boolean postgresql = url.startsWith("jdbc:postgresql");
    String query =
        postgresql
            ? "SELECT cipher FROM pg_stat_ssl WHERE pid = pg_backend_pid()"
            : "SELECT variable_value FROM %s.session_status WHERE variable_name = 'Ssl_cipher'"
                .formatted(
                    url.startsWith("jdbc:mysql") ? "performance_schema" : "information_schema");
    try (Connection connection = DriverManager.getConnection(url, properties);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      assertTrue(rows.next());
      return rows.getString(1);
    }
  }
}
