package org.sqlxos.wirepack.mysql.internal;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.sqlxos.wirepack.api.AuthenticationFunction;

/**
 * The answer of MariaDB's {@code client_ed25519}: the server's random bytes, signed as in RFC 8032
 * chapter 5.1.6. The private key is the SHA-512 of the password, of any length, where the RFC has
 * that of 32 random bytes; that is why the JDK's own signature, which takes no other, cannot do it.
 */
@Component(property = AuthenticationFunction.FUNCTION + "=mysql-ed25519")
public final class Ed25519Signature implements AuthenticationFunction {

  private static final int HALF = 32;

  /** L of the RFC, the order of the base point. */
  private static final BigInteger ORDER =
      BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));

  /**
   * @param arguments the password, and what is to be signed
   * @return 64 bytes
   */
  @Override
  public byte[] apply(List<byte[]> arguments) {
    if (arguments.size() != 2) {
      throw new IllegalArgumentException("a password and a message expected");
    }
    byte[] message = arguments.get(1);
    byte[] key = sha512(arguments.get(0));
    BigInteger secret = secret(Arrays.copyOf(key, HALF));
    byte[] open = EdwardsPoint.BASE.times(secret).encoded();
    BigInteger nonce = scalar(Arrays.copyOfRange(key, HALF, 2 * HALF), message);
    byte[] first = EdwardsPoint.BASE.times(nonce).encoded();
    BigInteger challenge = scalar(first, open, message);
    byte[] second = LittleEndian.bytes(challenge.multiply(secret).add(nonce).mod(ORDER));
    byte[] signature = Arrays.copyOf(first, 2 * HALF);
    System.arraycopy(second, 0, signature, HALF, HALF);
    return signature;
  }

  /** Some bits of a secret scalar are given (chapter 5.1.5). */
  private static BigInteger secret(byte[] bytes) {
    bytes[0] &= (byte) 0xf8;
    bytes[HALF - 1] &= 0x7f;
    bytes[HALF - 1] |= 0x40;
    return LittleEndian.number(bytes);
  }

  private static BigInteger scalar(byte[]... parts) {
    return LittleEndian.number(sha512(parts)).mod(ORDER);
  }

  private static byte[] sha512(byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-512");
      for (byte[] part : parts) {
        digest.update(part);
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this JDK has no SHA-512", e);
    }
  }
}
