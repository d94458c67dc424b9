package org.sqlxos.testkit.session;

import java.util.Optional;

/** MySQL and MariaDB: numbers come from a product of small tables, for there is no series. */
final class MysqlWords implements SqlWords {

  private static final String DIGITS =
      "(SELECT 0 d UNION ALL SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3 UNION ALL SELECT 4"
          + " UNION ALL SELECT 5 UNION ALL SELECT 6 UNION ALL SELECT 7 UNION ALL SELECT 8"
          + " UNION ALL SELECT 9)";

  @Override
  public String column(Type type) {
    return switch (type) {
      case INTEGER -> "BIGINT";
      case TEXT -> "LONGTEXT";
      case BYTES -> "LONGBLOB";
    };
  }

  @Override
  public String parameter(int number, Type type) {
    return "?";
  }

  @Override
  public String numbers(long powerOfTen) {
    return select("1 + " + value(powerOfTen), powerOfTen);
  }

  @Override
  public Failing failing() {
    String tooLarge = "9223372036854775000 + %s DIV 50".formatted(value(100_000));
    return new Failing(select(tooLarge, 100_000), "SQLX644");
  }

  @Override
  public String endless() {
    return select("COUNT(*), MAX(CRC32(d10.d))", 100_000_000_000L);
  }

  @Override
  public Optional<String> retype(String table, String column) {
    return Optional.of("ALTER TABLE %s MODIFY %s VARCHAR(9)".formatted(table, column));
  }

  /** One column, worked out of a number from 0 to before a power of ten. */
  private static String select(String expression, long powerOfTen) {
    StringBuilder from = new StringBuilder();
    for (long left = powerOfTen; left > 1; left /= 10) {
      from.append(from.isEmpty() ? "" : ", ").append(DIGITS).append(" d").append(left);
    }
    return "SELECT " + expression + " FROM " + from;
  }

  /** The number of a row of {@link #select}. */
  private static String value(long powerOfTen) {
    StringBuilder sum = new StringBuilder("(0");
    for (long left = powerOfTen; left > 1; left /= 10) {
      sum.append(" + d").append(left).append(".d * ").append(left / 10);
    }
    return sum.append(')').toString();
  }
}
