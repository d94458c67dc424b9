package org.sqlxos.wirepack.mysql.internal;

import java.math.BigInteger;

/** Numbers of 32 bytes without sign, the lowest byte first. */
final class LittleEndian {

  private static final int BYTES = 32;

  private LittleEndian() {}

  static BigInteger number(byte[] bytes) {
    byte[] big = new byte[bytes.length];
    for (int i = 0; i < big.length; i++) {
      big[i] = bytes[bytes.length - 1 - i];
    }
    return new BigInteger(1, big);
  }

  static byte[] bytes(BigInteger number) {
    byte[] big = number.toByteArray();
    byte[] bytes = new byte[BYTES];
    for (int i = 0; i < Math.min(BYTES, big.length); i++) {
      bytes[i] = big[big.length - 1 - i];
    }
    return bytes;
  }
}
