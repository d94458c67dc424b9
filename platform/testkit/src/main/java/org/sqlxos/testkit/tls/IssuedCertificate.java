package org.sqlxos.testkit.tls;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A certificate with its private key.
 *
 * @param certificate the certificate alone; its issuer is the authority itself
 * @param key the private key
 */
public record IssuedCertificate(X509Certificate certificate, PrivateKey key) {

  /** Of key stores that live as long as a test, in a folder of its own. */
  static final char[] PASSWORD = "password".toCharArray();

  private static final int LINE = 64;

  static IssuedCertificate read(Path keystore, String alias) throws IOException {
    try (InputStream in = Files.newInputStream(keystore)) {
      KeyStore keys = KeyStore.getInstance("PKCS12");
      keys.load(in, PASSWORD);
      if (keys.getCertificate(alias) instanceof X509Certificate certificate
          && keys.getKey(alias, PASSWORD) instanceof PrivateKey key) {
        return new IssuedCertificate(certificate, key);
      }
      throw new IOException("%s holds no \"%s\"".formatted(keystore, alias));
    } catch (GeneralSecurityException e) {
      throw new IOException(e);
    }
  }

  void write(Path keystore, String alias) throws IOException {
    try (OutputStream out = Files.newOutputStream(keystore)) {
      KeyStore keys = KeyStore.getInstance("PKCS12");
      keys.load(null, null);
      keys.setKeyEntry(alias, key, PASSWORD, new X509Certificate[] {certificate});
      keys.store(out, PASSWORD);
    } catch (GeneralSecurityException e) {
      throw new IOException(e);
    }
  }

  /** A context for a server, written in Java, that shows this certificate. */
  public SSLContext serverContext() throws GeneralSecurityException, IOException {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    keys.load(null, null);
    keys.setKeyEntry("server", key, PASSWORD, new X509Certificate[] {certificate});
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }

  void writeCertificate(Path file) throws IOException {
    try {
      Files.writeString(file, pem("CERTIFICATE", certificate.getEncoded()));
    } catch (GeneralSecurityException e) {
      throw new IOException(e);
    }
  }

  void writeTrusted(Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      KeyStore trusted = KeyStore.getInstance("PKCS12");
      trusted.load(null, null);
      trusted.setCertificateEntry("authority", certificate);
      trusted.store(out, PASSWORD);
    } catch (GeneralSecurityException e) {
      throw new IOException(e);
    }
  }

  void writeKey(Path file) throws IOException {
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, pem("PRIVATE KEY", key.getEncoded()));
  }

  private static String pem(String label, byte[] encoded) {
    String base64 = Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(encoded);
    return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted(label, base64);
  }
}
