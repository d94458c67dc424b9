package org.sqlxos.testkit.tls;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;

/**
 * A certificate authority that nobody else knows. Keys are RSA of 2048 bits, which old servers know
 * too; certificates are signed with SHA-256.
 *
 * @param folder where its files are; whoever made it removes it
 */
public record TestAuthority(Path folder) {

  private static final String AUTHORITY = "authority";
  private static final X500Principal NAME = new X500Principal("CN=SQLx OS test authority");
  private static final int KEY_BITS = 2_048;
  private static final int SERIAL_BITS = 64;

  /** The times at which a certificate is valid; each about a day away from any clock's doubt. */
  public enum Validity {
    NOW(-1, 30),
    EXPIRED(-10, 8),
    NOT_YET(2, 30);

    private final int start;
    private final int days;

    Validity(int start, int days) {
      this.start = start;
      this.days = days;
    }

    private Instant from() {
      return Instant.now().plus(Duration.ofDays(start));
    }

    private Instant until() {
      return from().plus(Duration.ofDays(days));
    }
  }

  /** Makes an authority in an empty folder. */
  public static TestAuthority create(Path folder) throws IOException {
    TestAuthority authority = new TestAuthority(folder);
    IssuedCertificate own = authority.signItself();
    own.writeCertificate(authority.certificate());
    own.writeTrusted(authority.trustStore());
    own.write(authority.keystore(), AUTHORITY);
    return authority;
  }

  /** The authority's own certificate, as PEM: what a client has to trust. */
  public Path certificate() {
    return folder.resolve("ca.pem");
  }

  /** The same as a PKCS #12 store with the password {@code password}, for who reads no PEM. */
  public Path trustStore() {
    return folder.resolve("trusted.p12");
  }

  /**
   * Issues a certificate for {@code localhost} and 127.0.0.1.
   *
   * @param name of the files and the subject: lower-case letters
   */
  public IssuedCertificate issue(String name, Validity validity) throws IOException {
    return issue(name, List.of("dns:localhost", "ip:127.0.0.1"), validity);
  }

  /**
   * Issues a certificate.
   *
   * @param hosts subject alternative names, as {@code dns:localhost} or {@code ip:127.0.0.1}
   */
  public IssuedCertificate issue(String name, List<String> hosts, Validity validity)
      throws IOException {
    IssuedCertificate authority = IssuedCertificate.read(keystore(), AUTHORITY);
    try {
      KeyPair keys = keys();
      X509v3CertificateBuilder certificate =
          certificate(new X500Principal("CN=" + name), keys, validity);
      JcaX509ExtensionUtils extensions = new JcaX509ExtensionUtils();
      certificate.addExtension(
          Extension.authorityKeyIdentifier,
          false,
          extensions.createAuthorityKeyIdentifier(authority.certificate()));
      certificate.addExtension(Extension.subjectAlternativeName, false, names(hosts));
      certificate.addExtension(
          Extension.extendedKeyUsage,
          false,
          new ExtendedKeyUsage(
              new KeyPurposeId[] {KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth}));
      IssuedCertificate issued = sign(certificate, keys, authority);
      issued.writeCertificate(folder.resolve(name + ".pem"));
      issued.writeKey(folder.resolve(name + ".key"));
      return issued;
    } catch (GeneralSecurityException | OperatorCreationException e) {
      throw new IOException("no certificate for " + name, e);
    }
  }

  private static GeneralNames names(List<String> hosts) {
    return new GeneralNames(
        hosts.stream()
            .map(
                host ->
                    host.startsWith("ip:")
                        ? new GeneralName(GeneralName.iPAddress, host.substring("ip:".length()))
                        : new GeneralName(GeneralName.dNSName, host.substring("dns:".length())))
            .toArray(GeneralName[]::new));
  }

  /** The file with an issued certificate, as PEM. */
  public Path certificate(String name) {
    return folder.resolve(name + ".pem");
  }

  /** The file with the private key of an issued certificate, as PEM, readable by its owner only. */
  public Path key(String name) {
    return folder.resolve(name + ".key");
  }

  private Path keystore() {
    return folder.resolve("keys.p12");
  }

  private IssuedCertificate signItself() throws IOException {
    try {
      KeyPair keys = keys();
      X509v3CertificateBuilder certificate = certificate(NAME, keys, Validity.NOW);
      certificate.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
      certificate.addExtension(
          Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
      return sign(certificate, keys, null);
    } catch (GeneralSecurityException | OperatorCreationException e) {
      throw new IOException("no certificate for the authority", e);
    }
  }

  private static KeyPair keys() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(KEY_BITS);
    return generator.generateKeyPair();
  }

  private static X509v3CertificateBuilder certificate(
      X500Principal subject, KeyPair keys, Validity validity)
      throws IOException, GeneralSecurityException {
    X509v3CertificateBuilder certificate =
        new JcaX509v3CertificateBuilder(
            NAME,
            new BigInteger(SERIAL_BITS, new SecureRandom()).setBit(0),
            Date.from(validity.from()),
            Date.from(validity.until()),
            subject,
            keys.getPublic());
    certificate.addExtension(
        Extension.subjectKeyIdentifier,
        false,
        new JcaX509ExtensionUtils().createSubjectKeyIdentifier(keys.getPublic()));
    return certificate;
  }

  /**
   * @param authority absent if the certificate is signed with its own key
   */
  private static IssuedCertificate sign(
      X509v3CertificateBuilder certificate, KeyPair keys, @Nullable IssuedCertificate authority)
      throws GeneralSecurityException, OperatorCreationException {
    return new IssuedCertificate(
        new JcaX509CertificateConverter()
            .getCertificate(
                certificate.build(
                    new JcaContentSignerBuilder("SHA256withRSA")
                        .build(authority == null ? keys.getPrivate() : authority.key()))),
        keys.getPrivate());
  }
}
