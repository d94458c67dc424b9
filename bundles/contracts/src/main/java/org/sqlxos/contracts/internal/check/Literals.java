package org.sqlxos.contracts.internal.check;

import java.math.BigDecimal;
import java.math.BigInteger;
import net.sf.jsqlparser.expression.StringValue;

/** The literals that mean the same in all databases. */
final class Literals {

  /** So many digits a database keeps that takes decimals for doubles. */
  private static final int EXACT_DIGITS = 15;

  private static final int MOST_SCALE = 300;

  private Literals() {}

  static Term text(StringValue text) {
    // A prefix or a backslash makes the same characters mean something else in some database.
    boolean plain = text.getPrefix() == null && text.getValue().indexOf('\\') < 0;
    String value = text.getNotExcapedValue();
    return plain ? row -> value : CheckCompiler.UNSURE;
  }

  static Term whole(String digits) {
    if (!digits.chars().allMatch(Character::isDigit)) {
      return CheckCompiler.UNSURE;
    }
    BigInteger number = new BigInteger(digits);
    return number.bitLength() < Long.SIZE
        ? constant(number.longValueExact())
        : CheckCompiler.UNSURE;
  }

  static Term decimal(String digits) {
    try {
      BigDecimal number = new BigDecimal(digits);
      boolean exact = number.precision() <= EXACT_DIGITS && Math.abs(number.scale()) < MOST_SCALE;
      return exact ? constant(number) : CheckCompiler.UNSURE;
    } catch (NumberFormatException e) {
      return CheckCompiler.UNSURE;
    }
  }

  private static Term constant(Object value) {
    return row -> value;
  }
}
