package org.sqlxos.testkit.server;

import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * A user of a server. Names and passwords consist of letters, digits and underscores, so they need
 * no quoting in statements and no escaping in URLs.
 */
record Login(String user, String password) {

  private static final SecureRandom RANDOM = new SecureRandom();

  static Login withRandomPassword(String user) {
    return new Login(user, randomHex(16));
  }

  static String randomHex(int bytes) {
    byte[] random = new byte[bytes];
    RANDOM.nextBytes(random);
    return HexFormat.of().formatHex(random);
  }

  @Override
  public String toString() {
    return user;
  }
}
