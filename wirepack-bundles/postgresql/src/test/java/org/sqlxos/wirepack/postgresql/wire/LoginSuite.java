package org.sqlxos.wirepack.postgresql.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sqlxos.problem.api.Problem;
import org.sqlxos.testkit.server.PostgresqlAuthentication;
import org.sqlxos.testkit.server.TestDatabase;
import org.sqlxos.testkit.session.Sessions;
import org.sqlxos.wirepack.api.Session;

/** The ways in which a user proves who he is. */
abstract class LoginSuite {

  private final TestDatabase database;

  LoginSuite(TestDatabase database) {
    this.database = database;
  }

  private static String url(TestDatabase login, String parameters) {
    return login.url() + "?" + parameters;
  }

  private String url(String user, String password, String name) {
    return "postgresql://%s:%s@127.0.0.1:%d/%s"
        .formatted(encoded(user), encoded(password), database.port(), name);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static void requireUser(TestDatabase login, String url) {
    try (Session session = Wire.open(url)) {
      assertEquals(login.user(), Sessions.one(session, "SELECT current_user"));
    }
  }

  @Test
  void logsInWithScram() {
    requireUser(database, url(database, "sslmode=disable"));
    requireUser(database, url(database, "sslmode=require&channel_binding=disable"));
  }

  @Test
  void logsInWithScramBoundToTheTlsChannel() {
    requireUser(database, url(database, "sslmode=require&channel_binding=require"));
  }

  @Test
  void refusesToGoWithoutTheBindingThatIsRequired() throws SQLException {
    String required = "sslmode=disable&channel_binding=require";
    assertEquals("SQLX631", Sessions.code(() -> Wire.open(url(database, required))));
    for (PostgresqlAuthentication each :
        List.of(
            PostgresqlAuthentication.TRUST,
            PostgresqlAuthentication.MD5,
            PostgresqlAuthentication.PASSWORD)) {
      TestDatabase login = database.withAuthentication(each);
      String url = url(login, "sslmode=require&channel_binding=require");
      assertEquals("SQLX631", Sessions.code(() -> Wire.open(url)), each.name());
    }
  }

  @Test
  void logsInWithMd5ClearTextOrNothing() throws SQLException {
    for (PostgresqlAuthentication each :
        List.of(
            PostgresqlAuthentication.MD5,
            PostgresqlAuthentication.PASSWORD,
            PostgresqlAuthentication.TRUST)) {
      TestDatabase login = database.withAuthentication(each);
      requireUser(login, url(login, "sslmode=disable"));
      requireUser(login, url(login, "sslmode=require"));
    }
  }

  @Test
  void aWrongPasswordIsRefusedWithoutBeingShown() throws SQLException {
    for (PostgresqlAuthentication each :
        List.of(PostgresqlAuthentication.MD5, PostgresqlAuthentication.PASSWORD)) {
      requireRefusedPassword(database.withAuthentication(each).user());
    }
    requireRefusedPassword(database.user());
    requireRefusedPassword("nobody_of_this_name");
  }

  private void requireRefusedPassword(String user) {
    Problem problem = Sessions.refusal(() -> Wire.open(url(user, "wr0ng", database.name())));
    assertEquals("SQLX625", problem.code().code());
    assertEquals("28P01", problem.sqlState().orElseThrow());
    assertTrue(!problem.toString().contains("wr0ng"), problem.toString());
  }

  @Test
  void aDatabaseThatIsNotThereHasACodeOfItsOwn() {
    Problem problem =
        Sessions.refusal(() -> Wire.open(url(database.user(), database.password(), "nowhere")));
    assertEquals("SQLX626", problem.code().code());
    assertEquals("3D000", problem.sqlState().orElseThrow());
  }

  @Test
  void aUserWhoIsNotLetInIsTold() throws SQLException {
    TestDatabase rejected = database.withAuthentication(PostgresqlAuthentication.REJECT);
    assertEquals("SQLX625", Sessions.code(() -> Wire.open(rejected)));
    TestDatabase certificate = database.withAuthentication(PostgresqlAuthentication.CERTIFICATE);
    assertEquals("SQLX625", Sessions.code(() -> Wire.open(certificate)));
    TestDatabase encrypted = database.withAuthentication(PostgresqlAuthentication.TLS_ONLY);
    assertEquals("SQLX625", Sessions.code(() -> Wire.open(url(encrypted, "sslmode=disable"))));
    requireUser(encrypted, encrypted.url());
  }

  @Test
  void passwordsMayHoldAnyCharacter() throws SQLException {
    for (String password :
        List.of("p@ss:w/o?r d#%&=+", "pässwörd €😀", "%41", "a'b\"c\\", " leading and trailing ")) {
      requireLogin(password, password);
    }
  }

  /** RFC 4013's own examples: a soft hyphen is nothing, a Roman nine is I and X. */
  @Test
  void passwordsAreNormalisedAsTheServerDoes() throws SQLException {
    requireLogin("I\u00adX", "IX");
    requireLogin("IX", "I\u00adX");
    requireLogin("IX", "\u2168");
    requireLogin("\u2168", "\u2168");
    requireLogin("a\u00a0b", "a b");
    requireLogin("e\u0301", "\u00e9");
    // Prohibited, and so taken as it is.
    requireLogin("a\u0007b", "a\u0007b");
    requireLogin("x\ue000\u2168", "x\ue000\u2168");
    // Letters from right to left beside others are prohibited as well.
    requireLogin("\u0627\u2168", "\u0627\u2168");
    requireLogin("\u0627\u00ad\u0628", "\u0627\u0628");
  }

  private void requireLogin(String set, String used) throws SQLException {
    String user = database.name() + "_pw";
    try (Connection administrator = database.asAdministrator().connect();
        Statement statement = administrator.createStatement()) {
      statement.execute("SET password_encryption = 'scram-sha-256'");
      statement.execute(
          "CREATE ROLE %s LOGIN PASSWORD '%s'".formatted(user, set.replace("'", "''")));
      try (Session session = Wire.open(url(user, used, database.name()))) {
        assertEquals(user, Sessions.one(session, "SELECT current_user"));
      } finally {
        statement.execute("DROP ROLE " + user);
      }
    }
  }

  @Test
  void theSessionIsSetUpForTheEngine() {
    try (Session session = Wire.open(url(database, "application_name=accounts%20%26%20more"))) {
      assertEquals("accounts & more", Sessions.one(session, "SHOW application_name"));
      assertEquals("UTF8", Sessions.one(session, "SHOW client_encoding"));
      assertEquals("UTC", Sessions.one(session, "SHOW TimeZone"));
    }
    try (Session session = Wire.open(url(database, "options=-c%20work_mem%3D5MB"))) {
      assertEquals("5MB", Sessions.one(session, "SHOW work_mem"));
      assertEquals("sqlxos", Sessions.one(session, "SHOW application_name"));
    }
  }

  @Test
  void aRoleThatPresetsWhatTheEngineNeedsOtherwiseIsNoTrouble() throws SQLException {
    String user = database.name() + "_odd";
    try (Connection administrator = database.asAdministrator().connect();
        Statement statement = administrator.createStatement()) {
      statement.execute("CREATE ROLE %s LOGIN PASSWORD 'x'".formatted(user));
      statement.execute("ALTER ROLE %s SET datestyle = 'German'".formatted(user));
      statement.execute("ALTER ROLE %s SET timezone = 'Asia/Tokyo'".formatted(user));
      statement.execute("ALTER ROLE %s SET client_encoding = 'LATIN1'".formatted(user));
      statement.execute("ALTER ROLE %s SET bytea_output = 'escape'".formatted(user));
      try (Session session = Wire.open(url(user, "x", database.name()))) {
        assertEquals("€", Sessions.one(session, "SELECT $1::text", "€"));
        assertEquals(
            "2026-11-21T10:00:00Z",
            Sessions.one(session, "SELECT timestamptz '2026-11-21 10:00Z'"));
      } finally {
        statement.execute("DROP ROLE " + user);
      }
    }
  }
}
