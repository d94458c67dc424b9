package org.sqlxos.wirepack.mysql.wire;

/** Statements whose result, or whose work, is as large as a test wants it. */
final class Numbers {

  private static final String DIGITS =
      "(SELECT 0 d UNION ALL SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3 UNION ALL SELECT 4"
          + " UNION ALL SELECT 5 UNION ALL SELECT 6 UNION ALL SELECT 7 UNION ALL SELECT 8"
          + " UNION ALL SELECT 9)";

  private Numbers() {}

  /** One column, from 1 to a power of ten. */
  static String upTo(int powerOfTen) {
    return select("1 + " + value(powerOfTen), powerOfTen);
  }

  /** One column, worked out of a number from 0 to before a power of ten. */
  static String select(String expression, long powerOfTen) {
    StringBuilder from = new StringBuilder();
    for (long left = powerOfTen; left > 1; left /= 10) {
      from.append(from.isEmpty() ? "" : ", ").append(DIGITS).append(" d").append(left);
    }
    return "SELECT " + expression + " FROM " + from;
  }

  /** The number of a row of {@link #select}. */
  static String value(long powerOfTen) {
    StringBuilder sum = new StringBuilder("(0");
    for (long left = powerOfTen; left > 1; left /= 10) {
      sum.append(" + d").append(left).append(".d * ").append(left / 10);
    }
    return sum.append(')').toString();
  }

  /** Takes minutes, and no memory. */
  static String endless() {
    return select("COUNT(*), MAX(CRC32(d10.d))", 100_000_000_000L);
  }
}
