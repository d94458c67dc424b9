package org.sqlxos.wirepack.mysql.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlxos.testkit.server.TestDatabase;
import org.sqlxos.testkit.session.Sessions;
import org.sqlxos.testkit.tls.TestAuthority;
import org.sqlxos.wirepack.api.Session;

/** Who may connect, how it is proven, and what is said to who may not. */
abstract class AuthenticationSuite {

  static final String PLAIN = "sslmode=disable";
  static final String ENCRYPTED = "sslmode=require";

  private final TestDatabase database;

  AuthenticationSuite(TestDatabase database) {
    this.database = database;
  }

  final TestDatabase database() {
    return database;
  }

  final void administer(String... statements) throws SQLException {
    try (Connection connection = database.asAdministrator().connect();
        Statement statement = connection.createStatement()) {
      for (String each : statements) {
        statement.execute(each);
      }
    }
  }

  final String name(String kind) {
    return "u_" + kind + "_" + database.name().substring(database.name().length() - 8);
  }

  /** Makes a user who may do what the owner may. */
  final String user(String kind, String identified) throws SQLException {
    String name = name(kind);
    administer(
        "DROP USER IF EXISTS '%s'@'%%'".formatted(name),
        "CREATE USER '%s'@'%%' IDENTIFIED %s".formatted(name, identified),
        "GRANT ALL ON `%s`.* TO '%s'@'%%'".formatted(database.name().replace("_", "\\_"), name));
    return name;
  }

  final String connected(String user, String password, String parameters) {
    try (Session session = Wire.open(Wire.url(database, user, password) + "?" + parameters)) {
      return String.valueOf(Sessions.one(session, "SELECT CURRENT_USER()"));
    }
  }

  final String refusal(String user, String password, String parameters) {
    return Sessions.code(() -> connected(user, password, parameters));
  }

  @BeforeEach
  void forgetPasswords() throws SQLException {
    administer("FLUSH PRIVILEGES");
  }

  @Test
  void takesTheUsualWayPlainAndEncrypted() {
    for (String parameters : new String[] {PLAIN, ENCRYPTED, PLAIN, ENCRYPTED}) {
      assertEquals(
          database.user() + "@%", connected(database.user(), database.password(), parameters));
    }
  }

  @Test
  void takesTheOldHashedPassword() throws SQLException {
    String mysql = "WITH mysql_native_password BY 'p@ss w\u00f6rd'";
    String mariadb = "BY 'p@ss w\u00f6rd'";
    String name = user("native", mysql().isEmpty() ? mariadb : mysql);
    assertEquals(name + "@%", connected(name, "p%40ss%20w%C3%B6rd", PLAIN));
    assertEquals(name + "@%", connected(name, "p%40ss%20w%C3%B6rd", ENCRYPTED));
    assertEquals("SQLX625", refusal(name, "wrong", PLAIN));
  }

  /** The product where plugins are named in its way; empty for the other. */
  private String mysql() {
    return database.url().startsWith("mysql:") ? "mysql" : "";
  }

  @Test
  void takesAUserWithoutPassword() throws SQLException {
    String name = user("empty", "BY ''");
    assertEquals(name + "@%", connected(name, "", PLAIN));
    assertEquals(name + "@%", connected(name, "", ENCRYPTED));
    assertEquals("SQLX625", refusal(name, "wrong", PLAIN));
  }

  @Test
  void takesAVeryLongPassword() throws SQLException {
    String password = "0123456789".repeat(20);
    String name = user("long", "BY '" + password + "'");
    assertEquals(name + "@%", connected(name, password, ENCRYPTED));
    assertEquals(name + "@%", connected(name, password, PLAIN));
  }

  @Test
  void tellsTheWrongPasswordFromTheWrongDatabase() {
    assertEquals("SQLX625", refusal(database.user(), "wrong", PLAIN));
    assertEquals("SQLX625", refusal(database.user(), "", PLAIN));
    assertEquals("SQLX625", refusal("nobody_at_all", "wrong", PLAIN));
    TestDatabase administrator = database.asAdministrator();
    String elsewhere =
        "mysql://%s:%s@127.0.0.1:%d/nowhere_at_all"
            .formatted(administrator.user(), administrator.password(), database.port());
    assertEquals("SQLX626", Sessions.code(() -> Wire.open(elsewhere).close()));
  }

  @Test
  void aMessageNeverHoldsThePassword() {
    String told = Sessions.refusal(() -> connected(database.user(), "s3cret", PLAIN)).toString();
    assertEquals(-1, told.indexOf("s3cret"), told);
  }

  @Test
  void encryptsWhereItShouldAndTrustsOnlyWhomItIsTold(@TempDir Path folder) throws Exception {
    String right = "sslrootcert=" + database.certificateAuthority();
    assertEquals("", cipher(PLAIN));
    assertNotEquals("", cipher("sslmode=prefer"));
    assertNotEquals("", cipher(ENCRYPTED));
    assertNotEquals("", cipher("sslmode=verify-ca&" + right));
    assertNotEquals("", cipher("sslmode=verify-full&" + right));
    String stranger = "sslrootcert=" + TestAuthority.create(folder).certificate();
    assertEquals("SQLX629", Sessions.code(() -> cipher("sslmode=verify-ca&" + stranger)));
    assertEquals("SQLX629", Sessions.code(() -> cipher("sslmode=verify-full")));
  }

  private String cipher(String parameters) {
    try (Session session = Wire.open(database, parameters)) {
      return String.valueOf(
              Sessions.rows(session, "SHOW SESSION STATUS LIKE 'Ssl_cipher'").getFirst().get(1))
          .toLowerCase(Locale.ROOT);
    }
  }
}
