package org.sqlxos.wirevm.internal.session;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.util.Locale;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.wirevm.internal.WireProblem;

/** Encrypts a socket that is open already, and checks whose certificate it is. */
final class TlsUpgrade {

  private TlsUpgrade() {}

  /** The handshake has been done when this returns. */
  static SSLSocket start(Socket plain, WireUrl url, String applicationProtocol) throws IOException {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust(url), null);
      SSLSocket socket =
          (SSLSocket) context.getSocketFactory().createSocket(plain, url.host(), url.port(), true);
      SSLParameters parameters = socket.getSSLParameters();
      if (url.tls() == TlsMode.VERIFY_FULL) {
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
      }
      if (!applicationProtocol.isEmpty()) {
        parameters.setApplicationProtocols(new String[] {applicationProtocol});
      }
      socket.setSSLParameters(parameters);
      socket.startHandshake();
      return socket;
    } catch (javax.net.ssl.SSLException e) {
      throw failed(url, root(e));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK has no TLS", e);
    }
  }

  /** What is wrong with the certificate; the JDK tells a wrong host by no class of its own. */
  private static ProblemException failed(WireUrl url, Throwable reason) {
    String detail = "TLS with \"%s\" failed: %s".formatted(url.host(), reason.getMessage());
    if (reason instanceof CertificateExpiredException
        || reason instanceof CertificateNotYetValidException) {
      return WireProblem.CERTIFICATE_EXPIRED.problem(
          detail, "Renew the server's certificate, and compare both machines' clocks.");
    }
    if (reason.getClass() == CertificateException.class && url.tls() == TlsMode.VERIFY_FULL) {
      return WireProblem.CERTIFICATE_OF_ANOTHER.problem(
          detail,
          "Connect to a name that the certificate holds, or say sslmode=verify-ca if any server of"
              + " this authority will do.");
    }
    return WireProblem.TLS_FAILED.problem(
        detail, "Name the authority's certificate with sslrootcert=FILE, or renew the server's.");
  }

  /** The reason at the root, which is the one that tells something. */
  private static Throwable root(Throwable thrown) {
    Throwable root = thrown;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }

  private static TrustManager @Nullable [] trust(WireUrl url)
      throws GeneralSecurityException, IOException {
    return switch (url.tls()) {
      case DISABLE, PREFER, REQUIRE -> new TrustManager[] {new AnyCertificate()};
      case VERIFY_CA, VERIFY_FULL ->
          url.rootCertificate().isEmpty() ? null : trusting(Path.of(url.rootCertificate()));
    };
  }

  private static TrustManager[] trusting(Path file) throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    int count = 0;
    try (InputStream content = Files.newInputStream(file)) {
      for (Certificate each :
          CertificateFactory.getInstance("X.509").generateCertificates(content)) {
        store.setCertificateEntry("root" + count++, each);
      }
    } catch (IOException | CertificateException e) {
      throw WireProblem.TLS_FAILED.problem(
          "The certificate file \"%s\" cannot be read".formatted(file),
          "sslrootcert names a file with certificates in PEM.");
    }
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return factory.getTrustManagers();
  }

  /**
   * What binds a login to this very connection: {@code tls-server-end-point} (RFC 5929, chapter 4),
   * the digest of the server's certificate; empty where the certificate's signature has none.
   */
  static byte[] endPoint(SSLSocket socket) {
    try {
      X509Certificate certificate = (X509Certificate) socket.getSession().getPeerCertificates()[0];
      String signature = certificate.getSigAlgName().toUpperCase(Locale.ROOT);
      int with = signature.indexOf("WITH");
      if (with < 1) {
        return new byte[0];
      }
      String digest = signature.substring(0, with);
      String used = digest.equals("MD5") || digest.equals("SHA1") ? "SHA256" : digest;
      String name = used.startsWith("SHA3-") ? used : used.replaceFirst("^SHA-?", "SHA-");
      return MessageDigest.getInstance(name).digest(certificate.getEncoded());
    } catch (SSLPeerUnverifiedException | GeneralSecurityException e) {
      return new byte[0];
    }
  }

  /** Trusts whoever answers: encryption against listeners, not against those in between. */
  private static final class AnyCertificate implements X509TrustManager {

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
