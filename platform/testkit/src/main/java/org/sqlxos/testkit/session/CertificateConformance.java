package org.sqlxos.testkit.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlxos.problem.api.Problem;
import org.sqlxos.testkit.server.TestDatabase;
import org.sqlxos.testkit.tls.MiddleMan;
import org.sqlxos.testkit.tls.TestAuthority;
import org.sqlxos.testkit.tls.TestAuthority.Validity;
import org.sqlxos.wirepack.api.Session;

/** Certificates that a client must not trust, shown by a real server: as far as it can see. */
public interface CertificateConformance extends OnServers {

  /** The database that is spoken to. */
  TestDatabase database();

  /** Opens a session. */
  Session openAt(String url);

  /** An authority of the test's own, and what is shown instead of the server's certificate. */
  record Shown(TestDatabase database, TestAuthority authority, MiddleMan middleMan)
      implements AutoCloseable {

    static Shown by(TestDatabase database, Path folder, Validity validity, String... hosts)
        throws Exception {
      TestAuthority authority = TestAuthority.create(folder);
      return new Shown(
          database,
          authority,
          new MiddleMan(
              database.port(),
              authority.issue("shown", List.of(hosts), validity),
              Preambles.of(database.server())));
    }

    /** Trusts the authority; what authenticates the server otherwise would tell of the proxy. */
    String url(String mode) {
      return "%s?sslmode=%s&sslrootcert=%s"
          .formatted(
              database.url().replace(":" + database.port() + "/", ":" + middleMan.port() + "/"),
              mode,
              authority.certificate())
          .concat(Preambles.withoutBinding(database.server()));
    }

    @Override
    public void close() {
      middleMan.close();
    }
  }

  private void requireTrusted(String url) {
    try (Session session = openAt(url)) {
      requireWorking(session);
    }
  }

  private void requireRefused(String url, String code, String word) {
    Problem problem = Sessions.refusal(() -> openAt(url).close());
    assertEquals(code, problem.code().code(), problem.toString());
    assertTrue(problem.detail().contains(word), problem.toString());
    assertTrue(problem.hint().isPresent(), problem.toString());
    assertFalse(problem.toString().contains(database().password()), problem.toString());
  }

  @Test
  default void theRightCertificateOfAnOwnAuthorityIsTrusted(@TempDir Path folder) throws Exception {
    try (Shown shown = Shown.by(database(), folder, Validity.NOW, "ip:127.0.0.1")) {
      for (String mode : List.of("require", "verify-ca", "verify-full")) {
        requireTrusted(shown.url(mode));
      }
    }
  }

  @Test
  default void anExpiredCertificateIsTold(@TempDir Path folder) throws Exception {
    try (Shown shown = Shown.by(database(), folder, Validity.EXPIRED, "ip:127.0.0.1")) {
      requireTrusted(shown.url("require"));
      requireRefused(shown.url("verify-ca"), "SQLX637", "NotAfter");
      requireRefused(shown.url("verify-full"), "SQLX637", "NotAfter");
    }
  }

  @Test
  default void aCertificateOfTheFutureIsTold(@TempDir Path folder) throws Exception {
    try (Shown shown = Shown.by(database(), folder, Validity.NOT_YET, "ip:127.0.0.1")) {
      requireRefused(shown.url("verify-full"), "SQLX637", "NotBefore");
    }
  }

  @Test
  default void aCertificateOfAnotherHostIsTold(@TempDir Path folder) throws Exception {
    try (Shown shown =
        Shown.by(database(), folder, Validity.NOW, "dns:example.org", "ip:127.0.0.9")) {
      requireTrusted(shown.url("verify-ca"));
      requireRefused(shown.url("verify-full"), "SQLX638", "127.0.0.1");
    }
  }

  @Test
  default void aCertificateOfAnUnknownAuthorityIsTold(@TempDir Path folder) throws Exception {
    String url = database().url() + "?sslmode=";
    String stranger = "&sslrootcert=" + TestAuthority.create(folder).certificate();
    for (String mode : List.of("verify-ca", "verify-full")) {
      requireRefused(url + mode, "SQLX629", "TLS");
      requireRefused(url + mode + stranger, "SQLX629", "TLS");
      requireTrusted(url + mode + "&sslrootcert=" + database().certificateAuthority());
    }
  }

  @Test
  default void aFileThatHoldsNoCertificatesIsTold() {
    for (String file : List.of("/nowhere/ca.pem", "/etc/hostname", "/dev/null", "/tmp")) {
      String url = database().url() + "?sslmode=verify-full&sslrootcert=" + file;
      assertEquals("SQLX629", Sessions.code(() -> openAt(url).close()), file);
    }
  }
}
