package org.sqlxos.testkit.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlxos.testkit.tls.TestAuthority.Validity;

/** What is issued is what the JDK reads. */
class TestAuthorityIT {

  @TempDir private Path folder;

  @Test
  void issuesCertificatesThatAreValidExpiredOrNotYetValid() throws Exception {
    TestAuthority authority = TestAuthority.create(folder);

    X509Certificate valid = authority.issue("valid", Validity.NOW).certificate();
    X509Certificate expired = authority.issue("expired", Validity.EXPIRED).certificate();
    X509Certificate early =
        authority.issue("early", List.of("dns:elsewhere"), Validity.NOT_YET).certificate();

    valid.checkValidity();
    assertThrows(CertificateExpiredException.class, expired::checkValidity);
    assertThrows(CertificateNotYetValidException.class, early::checkValidity);
    assertEquals("CN=SQLx OS test authority", valid.getIssuerX500Principal().getName());
    assertEquals(
        List.of("elsewhere"),
        early.getSubjectAlternativeNames().stream().map(name -> name.get(1)).toList());
  }
}
