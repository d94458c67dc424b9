package org.sqlxos.wirevm.internal.auth;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.util.Arrays;

/** What is done with bytes as such. */
final class Octets {

  private Octets() {}

  static byte[] concat(Object[] parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (Object part : parts) {
      all.writeBytes(Primitives.bytes(part));
    }
    return all.toByteArray();
  }

  /** From one index to before another, where a negative one counts from the end, 0 meaning it. */
  static byte[] slice(byte[] bytes, int from, int to) {
    int end = to <= 0 ? bytes.length + to : Math.min(to, bytes.length);
    return from < 0 || from >= end ? new byte[0] : Arrays.copyOfRange(bytes, from, end);
  }

  /** The second one is repeated until it is as long as the first. */
  static byte[] xor(byte[] bytes, byte[] key) {
    if (key.length == 0) {
      throw new IllegalArgumentException("there is nothing to xor with");
    }
    byte[] result = bytes.clone();
    for (int i = 0; i < result.length; i++) {
      result[i] ^= key[i % key.length];
    }
    return result;
  }

  /** In a time that does not tell where they differ. */
  static boolean equal(byte[] one, byte[] other) {
    return MessageDigest.isEqual(one, other);
  }
}
