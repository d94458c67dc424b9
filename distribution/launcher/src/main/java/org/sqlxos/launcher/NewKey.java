package org.sqlxos.launcher;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;

/**
 * An API key with the line that the file of keys has of it: {@code PREFIX HASH roles=... name=...},
 * the hash being the SHA-256 of the whole key.
 *
 * @param key told once, to whoever gets it
 */
record NewKey(String key, String line) {

  private static final int PREFIX_BYTES = 6;
  private static final int SECRET_BYTES = 32;

  /**
   * Makes a key.
   *
   * @param claims what row filters may use, beside the roles
   */
  static NewKey of(String roles, Map<String, String> claims) {
    SecureRandom random = new SecureRandom();
    byte[] prefix = new byte[PREFIX_BYTES];
    byte[] secret = new byte[SECRET_BYTES];
    random.nextBytes(prefix);
    random.nextBytes(secret);
    String name = HexFormat.of().formatHex(prefix);
    String key =
        "sqlx_" + name + '_' + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    StringBuilder line = new StringBuilder(name).append(' ').append(hash(key));
    line.append(" roles=").append(roles);
    claims.forEach((claim, value) -> line.append(' ').append(claim).append('=').append(value));
    return new NewKey(key, line.append('\n').toString());
  }

  private static String hash(String key) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** Without the key. */
  @Override
  public String toString() {
    return "NewKey[" + line.substring(0, 2 * PREFIX_BYTES) + ']';
  }
}
