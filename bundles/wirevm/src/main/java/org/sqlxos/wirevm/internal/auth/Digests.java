package org.sqlxos.wirevm.internal.auth;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The cryptography of the JDK under the names that packs use. */
final class Digests {

  /** RFC 7677 asks for 4096 at least; a server that demands more than this wants to hold us up. */
  private static final long MOST_ITERATIONS = 10_000_000;

  private static final SecureRandom RANDOM = new SecureRandom();

  private Digests() {}

  static byte[] random(int count) {
    byte[] bytes = new byte[count];
    RANDOM.nextBytes(bytes);
    return bytes;
  }

  static byte[] digest(String algorithm, byte[] bytes) {
    try {
      return MessageDigest.getInstance(algorithm).digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static byte[] hmac(String algorithm, byte[] key, byte[] bytes) {
    try {
      return mac(algorithm, key).doFinal(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  // An empty key is legal for HMAC (RFC 2104), though not for SecretKeySpec: one zero byte is the
  // same key, as keys are padded with zeros.
  private static Mac mac(String algorithm, byte[] key) throws GeneralSecurityException {
    Mac mac = Mac.getInstance(algorithm);
    mac.init(new SecretKeySpec(key.length == 0 ? new byte[1] : key, algorithm));
    return mac;
  }

  /**
   * One block of PBKDF2 (RFC 8018, chapter 5.2). Not the JDK's: that takes characters, and the
   * password is bytes here.
   */
  static byte[] pbkdf2(String algorithm, byte[] password, byte[] salt, long iterations) {
    if (iterations < 1 || iterations > MOST_ITERATIONS) {
      throw new IllegalArgumentException(
          "%d iterations demanded; 1 to %d expected".formatted(iterations, MOST_ITERATIONS));
    }
    try {
      Mac mac = mac(algorithm, password);
      mac.update(salt);
      byte[] last = mac.doFinal(new byte[] {0, 0, 0, 1});
      byte[] result = last.clone();
      for (long i = 1; i < iterations; i++) {
        last = mac.doFinal(last);
        for (int j = 0; j < result.length; j++) {
          result[j] ^= last[j];
        }
      }
      return result;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Encrypts for the owner of a public key in PEM (RFC 8017, chapter 7.1; SHA-1, MGF1). */
  static byte[] rsaOaep(byte[] bytes, String pem) {
    String base64 = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
    try {
      PublicKey key =
          KeyFactory.getInstance("RSA")
              .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(base64)));
      Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPWithSHA-1AndMGF1Padding");
      cipher.init(Cipher.ENCRYPT_MODE, key);
      return cipher.doFinal(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("the public key cannot be used", e);
    }
  }
}
