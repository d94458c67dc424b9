package org.sqlxos.wirepack.postgresql.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.sqlxos.testkit.server.TestDatabase;
import org.sqlxos.testkit.session.Sessions;
import org.sqlxos.wirepack.api.Session;

/** How connections are encrypted, as the server sees it. */
abstract class TlsSuite {

  private static final String ENCRYPTED =
      "SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()";

  private final TestDatabase database;

  TlsSuite(TestDatabase database) {
    this.database = database;
  }

  final String url(String host, String parameters) {
    return database.url().replace("127.0.0.1", host) + "?" + parameters;
  }

  static Object encrypted(String url) {
    try (Session session = Wire.open(url)) {
      return java.util.Objects.requireNonNull(Sessions.one(session, ENCRYPTED));
    }
  }

  @Test
  void encryptsUnlessToldNotTo() {
    assertEquals(false, encrypted(url("127.0.0.1", "sslmode=disable")));
    assertEquals(true, encrypted(url("127.0.0.1", "sslmode=prefer")));
    assertEquals(true, encrypted(url("127.0.0.1", "sslmode=require")));
    assertEquals(true, encrypted(database.url()));
  }

  @Test
  void knowsTheServerByItsAuthority() {
    String root = "&sslrootcert=" + database.certificateAuthority();
    for (String host : new String[] {"127.0.0.1", "localhost"}) {
      assertEquals(true, encrypted(url(host, "sslmode=verify-ca" + root)));
      assertEquals(true, encrypted(url(host, "sslmode=verify-full" + root)));
      assertEquals(
          true, encrypted(url(host, "sslmode=verify-full&channel_binding=require" + root)));
    }
  }
}
