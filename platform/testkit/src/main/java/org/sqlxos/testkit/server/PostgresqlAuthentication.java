package org.sqlxos.testkit.server;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;

/**
 * How a user of PostgreSQL proves who he is where it is not by SCRAM-SHA-256, as the owner of a
 * test's database does. The server tells it by the user's group.
 */
public enum PostgresqlAuthentication {
  /** By the password's MD5 hash. */
  MD5("host all +%s 127.0.0.1/32 md5"),
  /** By the password in clear text, with or without TLS. */
  PASSWORD("host all +%s 127.0.0.1/32 password"),
  /** Not at all. */
  TRUST("host all +%s 127.0.0.1/32 trust"),
  /** He is never let in. */
  REJECT("host all +%s 127.0.0.1/32 reject"),
  /** By SCRAM-SHA-256, with TLS only. */
  TLS_ONLY("hostssl all +%s 127.0.0.1/32 scram-sha-256\nhostnossl all +%1$s 127.0.0.1/32 reject"),
  /** By a client certificate, which no test has so far: he is refused for its lack. */
  CERTIFICATE("hostssl all +%s 127.0.0.1/32 cert\nhostnossl all +%1$s 127.0.0.1/32 reject");

  private final String rule;

  PostgresqlAuthentication(String rule) {
    this.rule = rule;
  }

  /** The server's rules, of which the first that fits holds. */
  static String rules() {
    StringBuilder rules = new StringBuilder();
    for (PostgresqlAuthentication authentication : values()) {
      rules.append(authentication.rule.formatted(authentication.group())).append('\n');
    }
    return rules.append("host all all 127.0.0.1/32 scram-sha-256\n").toString();
  }

  /** The user of this kind that belongs to an owner, and may do what he may. */
  Login login(Login owner) {
    return new Login(owner.user() + "_" + name().toLowerCase(Locale.ROOT), owner.password());
  }

  void create(Statement statement, Login owner) throws SQLException {
    Login login = login(owner);
    createRole(statement, group());
    createRole(statement, login.user());
    // Of this connection, which ends soon.
    statement.execute(
        "SET password_encryption = '%s'".formatted(this == MD5 ? "md5" : "scram-sha-256"));
    statement.execute(
        "ALTER ROLE %s LOGIN PASSWORD '%s'".formatted(login.user(), login.password()));
    statement.execute("GRANT %s, %s TO %s".formatted(owner.user(), group(), login.user()));
  }

  void drop(Statement statement, Login owner) throws SQLException {
    statement.execute("DROP ROLE IF EXISTS " + login(owner).user());
  }

  /** The groups are the server's: tests of other databases may make them at the same time. */
  private static void createRole(Statement statement, String role) throws SQLException {
    statement.execute(
        """
        DO $$ BEGIN
          CREATE ROLE %s;
        EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
        END $$
        """
            .formatted(role));
  }

  private String group() {
    return name().toLowerCase(Locale.ROOT) + "_users";
  }
}
