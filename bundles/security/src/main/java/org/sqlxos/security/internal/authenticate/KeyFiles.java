package org.sqlxos.security.internal.authenticate;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sqlxos.security.internal.problem.SecurityProblem;

/** Reads files of keys: PEM with public keys or certificates, a JWK or a JWK set. */
public final class KeyFiles {

  private static final int LEAST_SECRET_BYTES = 32;
  private static final int ED25519_PREFIX_BYTES = 12;
  private static final Pattern PEM =
      Pattern.compile(
          "-----BEGIN (PUBLIC KEY|CERTIFICATE)-----([A-Za-z0-9+/=\\s]+)-----END \\1-----");

  private KeyFiles() {}

  /** The public keys of a text, and the shared ones of a JWK set. */
  public static List<JWK> parse(String text) {
    try {
      if (text.stripLeading().startsWith("{")) {
        return text.contains("\"keys\"") ? JWKSet.parse(text).getKeys() : List.of(JWK.parse(text));
      }
      return pem(text);
    } catch (ParseException | GeneralSecurityException | IllegalArgumentException e) {
      // The reason may quote the key.
      throw unreadable("the text is neither PEM nor JWK");
    }
  }

  /** A shared secret, which may not be guessable. */
  public static List<JWK> secret(String text) {
    byte[] bytes = text.strip().getBytes(java.nio.charset.StandardCharsets.UTF_8);
    if (bytes.length < LEAST_SECRET_BYTES) {
      throw unreadable("a secret has %d bytes or more".formatted(LEAST_SECRET_BYTES));
    }
    // Somebody's public key as a secret would let everybody make tokens.
    if (text.contains("-----BEGIN")) {
      throw unreadable("a PEM file is no shared secret; it belongs into security.jwt.keys");
    }
    return List.of(new OctetSequenceKey.Builder(bytes).build());
  }

  private static List<JWK> pem(String text) throws GeneralSecurityException {
    List<JWK> keys = new ArrayList<>();
    Matcher block = PEM.matcher(text);
    while (block.find()) {
      byte[] der = Base64.getMimeDecoder().decode(block.group(2));
      keys.add(
          jwk(
              block.group(1).equals("CERTIFICATE")
                  ? CertificateFactory.getInstance("X.509")
                      .generateCertificate(new ByteArrayInputStream(der))
                      .getPublicKey()
                  : publicKey(der)));
    }
    if (keys.isEmpty()) {
      throw unreadable("there is no public key in it");
    }
    return keys;
  }

  private static PublicKey publicKey(byte[] der) throws GeneralSecurityException {
    for (String algorithm : List.of("RSA", "EC", "Ed25519")) {
      try {
        return KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(der));
      } catch (GeneralSecurityException e) {
        // Of another algorithm.
        continue;
      }
    }
    throw new GeneralSecurityException("of no known algorithm");
  }

  private static JWK jwk(PublicKey key) throws GeneralSecurityException {
    return switch (key) {
      case RSAPublicKey rsa -> new RSAKey.Builder(rsa).build();
      case ECPublicKey ec ->
          new ECKey.Builder(Curve.forECParameterSpec(ec.getParams()), ec).build();
      case EdECPublicKey ed -> {
        byte[] der = ed.getEncoded();
        byte[] x = Arrays.copyOfRange(der, ED25519_PREFIX_BYTES, der.length);
        yield new OctetKeyPair.Builder(Curve.Ed25519, Base64URL.encode(x)).build();
      }
      default -> throw new GeneralSecurityException("of no known algorithm");
    };
  }

  private static RuntimeException unreadable(String why) {
    return SecurityProblem.KEYS_INVALID.problem(
        "keys for tokens cannot be read: " + why,
        "PEM with PUBLIC KEY or CERTIFICATE, a JWK or a JWK set");
  }
}
