package org.sqlxos.wirepack.mysql.internal;

import java.math.BigInteger;

/**
 * A point of the curve edwards25519 in extended coordinates, RFC 8032 chapter 5.1.4: x = X/Z, y =
 * Y/Z, x * y = T/Z.
 */
record EdwardsPoint(BigInteger x, BigInteger y, BigInteger z, BigInteger t) {

  /** The prime of the field: 2^255 - 19. */
  private static final BigInteger P = BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));

  private static final BigInteger D =
      BigInteger.valueOf(-121665).multiply(BigInteger.valueOf(121666).modInverse(P)).mod(P);

  private static final BigInteger TWICE_D = D.shiftLeft(1).mod(P);

  private static final EdwardsPoint NEUTRAL =
      new EdwardsPoint(BigInteger.ZERO, BigInteger.ONE, BigInteger.ONE, BigInteger.ZERO);

  /** B of chapter 5.1. */
  static final EdwardsPoint BASE =
      of(
          new BigInteger(
              "15112221349535400772501151409588531511454012693041857206046113283949847762202"),
          new BigInteger(
              "46316835694926478169428394003475163141307993866256225615783033603165251855960"));

  private static EdwardsPoint of(BigInteger x, BigInteger y) {
    return new EdwardsPoint(x, y, BigInteger.ONE, x.multiply(y).mod(P));
  }

  private EdwardsPoint plus(EdwardsPoint other) {
    BigInteger a = y.subtract(x).multiply(other.y.subtract(other.x)).mod(P);
    BigInteger b = y.add(x).multiply(other.y.add(other.x)).mod(P);
    BigInteger c = t.multiply(TWICE_D).multiply(other.t).mod(P);
    BigInteger d = z.multiply(other.z).shiftLeft(1).mod(P);
    BigInteger e = b.subtract(a);
    BigInteger f = d.subtract(c);
    BigInteger g = d.add(c);
    BigInteger h = b.add(a);
    return new EdwardsPoint(
        e.multiply(f).mod(P), g.multiply(h).mod(P), f.multiply(g).mod(P), e.multiply(h).mod(P));
  }

  /**
   * The point so many times. A step of the ladder does the same work whatever the bit is; big
   * integers still do not take the same time for all numbers, which an onlooker who counts
   * nanoseconds over a network cannot make use of in one login.
   */
  EdwardsPoint times(BigInteger scalar) {
    EdwardsPoint low = NEUTRAL;
    EdwardsPoint high = this;
    for (int bit = 255; bit >= 0; bit--) {
      EdwardsPoint sum = low.plus(high);
      if (scalar.testBit(bit)) {
        low = sum;
        high = high.plus(high);
      } else {
        high = sum;
        low = low.plus(low);
      }
    }
    return low;
  }

  /** Chapter 5.1.2: y in 255 bits, the lowest bit of x above it; the lowest byte first. */
  byte[] encoded() {
    BigInteger inverse = z.modInverse(P);
    BigInteger affineX = x.multiply(inverse).mod(P);
    BigInteger affineY = y.multiply(inverse).mod(P);
    return LittleEndian.bytes(affineX.testBit(0) ? affineY.setBit(255) : affineY);
  }
}
