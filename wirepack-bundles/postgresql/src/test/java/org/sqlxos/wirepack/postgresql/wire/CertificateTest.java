package org.sqlxos.wirepack.postgresql.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlxos.testkit.session.Sessions;
import org.sqlxos.testkit.tls.TestAuthority;
import org.sqlxos.testkit.tls.TestAuthority.Validity;

/** Certificates that no real server of ours would show. */
class CertificateTest {

  private static final String TRUSTED = "SQLX632";
  private static final String NOT_TRUSTED = "SQLX629";

  @TempDir private static Path folder;
  private static TestAuthority authority;

  @BeforeAll
  static void makeAuthority() throws IOException {
    authority = TestAuthority.create(folder);
  }

  private static SSLContext showing(String name, List<String> hosts, Validity validity)
      throws IOException, GeneralSecurityException {
    return authority.issue(name, hosts, validity).serverContext();
  }

  /** The server lets in everybody who speaks to it, and is too old then. */
  private static String code(SSLContext context, String parameters) {
    FakeServer.Script script =
        client -> {
          client.startTls(context);
          client.welcome("9.6");
        };
    try (FakeServer server = FakeServer.saying(script)) {
      String root = "&sslrootcert=" + authority.certificate();
      return Sessions.code(() -> Wire.open(server.url(parameters + root)));
    }
  }

  @Test
  void anExpiredCertificateIsNotTrusted() throws Exception {
    SSLContext expired = showing("expired", List.of("ip:127.0.0.1"), Validity.EXPIRED);
    assertEquals(NOT_TRUSTED, code(expired, "sslmode=verify-ca"));
    assertEquals(NOT_TRUSTED, code(expired, "sslmode=verify-full"));
    assertEquals(TRUSTED, code(expired, "sslmode=require"));
  }

  @Test
  void aCertificateOfTheFutureIsNotTrusted() throws Exception {
    SSLContext early = showing("early", List.of("ip:127.0.0.1"), Validity.NOT_YET);
    assertEquals(NOT_TRUSTED, code(early, "sslmode=verify-full"));
  }

  @Test
  void aCertificateForAnotherHostIsTrustedWhereTheHostDoesNotMatter() throws Exception {
    SSLContext other = showing("other", List.of("dns:example.org", "ip:127.0.0.9"), Validity.NOW);
    assertEquals(NOT_TRUSTED, code(other, "sslmode=verify-full"));
    assertEquals(TRUSTED, code(other, "sslmode=verify-ca"));
  }

  @Test
  void theRightCertificateIsTrusted() throws Exception {
    SSLContext right = showing("right", List.of("ip:127.0.0.1"), Validity.NOW);
    assertEquals(TRUSTED, code(right, "sslmode=verify-full"));
  }
}
