package org.sqlxos.wirevm.internal.value;

/**
 * A binary fraction of 32 bits as the one of 64 bits that is written with the same digits: 0.1
 * stays 0.1, where widening makes it 0.10000000149011612. Narrowed again it is the same 32 bits.
 *
 * <p>The float is rounded to 6, 7, 8, then 9 digits until narrowing gives it back; 9 always do. In
 * the frequent magnitudes the digits fit in 53 bits and the power of ten is exact, so that the one
 * division rounds correctly (Clinger 1990). Others take the way over text.
 */
final class ShortestFloat {

  private static final int FEWEST_DIGITS = 6;
  private static final int MOST_DIGITS = 9;

  /** The powers of ten that a double holds exactly. */
  private static final double[] POWERS = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22
  };

  private ShortestFloat() {}

  static double widen(float value) {
    double exact = value;
    double size = Math.abs(exact);
    if (exact == Math.rint(exact) && size < 1e6 || !Float.isFinite(value)) {
      return exact;
    }
    if (size < 1e-12 || size >= 1e22) {
      return Double.parseDouble(Float.toString(value));
    }
    int integerDigits = integerDigits(size);
    for (int digits = FEWEST_DIGITS; digits < MOST_DIGITS; digits++) {
      double candidate = rounded(exact, digits - integerDigits);
      // Halfway between two floats is not taken, as databases do not: it has too few digits.
      if ((float) candidate == value && 2 * Math.abs(candidate - exact) < Math.ulp(value)) {
        return candidate;
      }
    }
    return rounded(exact, MOST_DIGITS - integerDigits);
  }

  /**
   * @param scale digits behind the point; negative for zeros before it
   */
  private static double rounded(double exact, int scale) {
    if (scale >= 0) {
      return Math.rint(exact * POWERS[scale]) / POWERS[scale];
    }
    return Math.rint(exact / POWERS[-scale]) * POWERS[-scale];
  }

  /** How many digits stand before the point; negative for the zeros right behind it. */
  private static int integerDigits(double size) {
    int digits = 0;
    if (size >= 1) {
      while (size >= POWERS[digits]) {
        digits++;
      }
      return digits;
    }
    while (size * POWERS[1 - digits] < 1) {
      digits--;
    }
    return digits;
  }
}
