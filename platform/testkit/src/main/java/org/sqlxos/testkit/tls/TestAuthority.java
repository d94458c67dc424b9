package org.sqlxos.testkit.tls;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A certificate authority that nobody else knows. The JDK's {@code keytool} makes the keys (RSA of
 * 2048 bits, which old servers know too; certificates signed with SHA-256); nothing has to be
 * installed.
 *
 * @param folder where its files are; whoever made it removes it
 */
public record TestAuthority(Path folder) {

  private static final String AUTHORITY = "authority";
  private static final int KEYTOOL_LIMIT_SECONDS = 60;

  /** The times at which a certificate is valid; each about a day away from any clock's doubt. */
  public enum Validity {
    NOW("-1d", 30),
    EXPIRED("-10d", 8),
    NOT_YET("+2d", 30);

    private final String start;
    private final int days;

    Validity(String start, int days) {
      this.start = start;
      this.days = days;
    }
  }

  /** Makes an authority in an empty folder. */
  public static TestAuthority create(Path folder) throws IOException {
    TestAuthority authority = new TestAuthority(folder);
    authority.keytool(
        List.of(
            "-genkeypair",
            "-alias",
            AUTHORITY,
            "-dname",
            "CN=SQLx OS test authority",
            "-ext",
            "bc:critical=ca:true",
            "-ext",
            "ku:critical=keyCertSign,cRLSign"),
        Validity.NOW);
    IssuedCertificate own = IssuedCertificate.read(authority.keystore(), AUTHORITY);
    own.writeCertificate(authority.certificate());
    own.writeTrusted(authority.trustStore());
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
    keytool(
        List.of(
            "-genkeypair",
            "-alias",
            name,
            "-signer",
            AUTHORITY,
            "-dname",
            "CN=" + name,
            "-ext",
            "san=" + String.join(",", hosts),
            "-ext",
            "eku=serverAuth,clientAuth"),
        validity);
    IssuedCertificate issued = IssuedCertificate.read(keystore(), name);
    issued.writeCertificate(folder.resolve(name + ".pem"));
    issued.writeKey(folder.resolve(name + ".key"));
    return issued;
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

  private void keytool(List<String> arguments, Validity validity) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(arguments);
    command.addAll(List.of("-keyalg", "RSA", "-keysize", "2048"));
    command.addAll(List.of("-sigalg", "SHA256withRSA"));
    command.addAll(List.of("-startdate", validity.start, "-validity", "" + validity.days));
    command.addAll(List.of("-keystore", keystore().toString(), "-storetype", "PKCS12"));
    command.addAll(List.of("-storepass", new String(IssuedCertificate.PASSWORD)));
    Path output = folder.resolve("keytool.log");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    if (!ended(process) || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new IOException(
          "keytool failed: " + Files.readString(output, StandardCharsets.UTF_8).strip());
    }
  }

  private static boolean ended(Process process) throws IOException {
    try {
      return process.waitFor(KEYTOOL_LIMIT_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while keytool ran", e);
    }
  }
}
