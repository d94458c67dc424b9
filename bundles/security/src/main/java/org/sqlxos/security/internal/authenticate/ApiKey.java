package org.sqlxos.security.internal.authenticate;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.sqlxos.operation.api.Caller;

/**
 * One line of the file of API keys: {@code PREFIX HASH roles=a,b name=n claim=value}. The hash is
 * the SHA-256 of the whole key, {@code sqlx_PREFIX_SECRET}.
 */
@SuppressWarnings("ArrayRecordComponent") // compared in constant time only
record ApiKey(String prefix, byte[] hash, Caller caller) {

  /**
   * Reads a line.
   *
   * @throws IllegalArgumentException if it is none
   */
  static ApiKey parse(String line) {
    String[] words = line.strip().split("\\s+");
    if (words.length < 3 || words[1].length() != 64) {
      throw new IllegalArgumentException("PREFIX HASH roles=ROLE expected");
    }
    Map<String, Object> claims = new LinkedHashMap<>();
    for (int i = 2; i < words.length; i++) {
      int equals = words[i].indexOf('=');
      if (equals < 1) {
        throw new IllegalArgumentException("name=value expected");
      }
      claims.put(words[i].substring(0, equals), words[i].substring(equals + 1));
    }
    Object roles = claims.remove("roles");
    if (roles == null) {
      throw new IllegalArgumentException("roles=ROLE expected");
    }
    String name = String.valueOf(claims.getOrDefault("name", words[0]));
    claims.putIfAbsent("sub", name);
    return new ApiKey(
        words[0],
        HexFormat.of().parseHex(words[1]),
        new Caller(name, Set.of(roles.toString().split(",")), claims));
  }

  boolean opensWith(String key) {
    return MessageDigest.isEqual(hash, hash(key));
  }

  static byte[] hash(String key) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
