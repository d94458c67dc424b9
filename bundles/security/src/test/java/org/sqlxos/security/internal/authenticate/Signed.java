package org.sqlxos.security.internal.authenticate;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tokens, made with nothing but the JDK, so that Nimbus is not held against itself. */
final class Signed {

  private Signed() {}

  static String token(String header, String claims, byte[] signature) {
    return encode(header) + '.' + encode(claims) + '.' + base64(signature);
  }

  static String hmac(String header, String claims, byte[] secret) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(secret, "HmacSHA256"));
    return token(header, claims, mac.doFinal(input(header, claims)));
  }

  static String with(String algorithm, String header, String claims, PrivateKey key)
      throws GeneralSecurityException {
    Signature signature = Signature.getInstance(algorithm);
    signature.initSign(key);
    signature.update(input(header, claims));
    return token(header, claims, signature.sign());
  }

  private static byte[] input(String header, String claims) {
    return (encode(header) + '.' + encode(claims)).getBytes(StandardCharsets.US_ASCII);
  }

  private static String encode(String text) {
    return base64(text.getBytes(StandardCharsets.UTF_8));
  }

  static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
