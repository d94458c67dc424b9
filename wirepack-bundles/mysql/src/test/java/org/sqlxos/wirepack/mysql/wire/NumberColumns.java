package org.sqlxos.wirepack.mysql.wire;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.util.List;
import net.jqwik.api.Arbitraries;

/** Columns of numbers. */
final class NumberColumns {

  private static final BigInteger MOST_UNSIGNED = BigInteger.TWO.pow(64).subtract(BigInteger.ONE);

  private NumberColumns() {}

  private static ColumnCase<Long> integer(String column, long least, long most) {
    return new ColumnCase<>(
        column,
        Arbitraries.longs().between(least, most),
        value -> value,
        value -> (Long) value,
        (statement, value) -> statement.setLong(1, value),
        rows -> rows.getLong(1));
  }

  private static ColumnCase<BigDecimal> decimal(int precision, int scale) {
    BigDecimal limit = BigDecimal.TEN.pow(precision - scale);
    return new ColumnCase<>(
        "DECIMAL(%d,%d)".formatted(precision, scale),
        Arbitraries.bigDecimals().between(limit.negate(), false, limit, false).ofScale(scale),
        value -> value,
        value -> new BigDecimal((String) value),
        (statement, value) -> statement.setBigDecimal(1, value),
        rows -> rows.getBigDecimal(1));
  }

  /** Past what a long holds, values are decimals on our side. */
  private static ColumnCase<BigInteger> unsigned(
      String column, ColumnCase.Bind<BigInteger> bind, ColumnCase.Fetch<BigInteger> fetch) {
    return new ColumnCase<>(
        column,
        Arbitraries.bigIntegers().between(BigInteger.ZERO, MOST_UNSIGNED),
        BigDecimal::new,
        value -> new BigInteger(value.toString()),
        bind,
        fetch);
  }

  private static BigInteger bits(ResultSet rows) throws java.sql.SQLException {
    return new BigInteger(1, rows.getBytes(1));
  }

  static List<ColumnCase<?>> all() {
    return List.of(
        integer("TINYINT", -128, 127),
        integer("TINYINT UNSIGNED", 0, 255),
        integer("SMALLINT", -32_768, 32_767),
        integer("SMALLINT UNSIGNED", 0, 65_535),
        integer("MEDIUMINT", -8_388_608, 8_388_607),
        integer("MEDIUMINT UNSIGNED", 0, 16_777_215),
        integer("INT", Integer.MIN_VALUE, Integer.MAX_VALUE),
        integer("INT UNSIGNED", 0, 4_294_967_295L),
        integer("BIGINT", Long.MIN_VALUE, Long.MAX_VALUE),
        unsigned(
            "BIGINT UNSIGNED",
            (statement, value) -> statement.setBigDecimal(1, new BigDecimal(value)),
            rows -> rows.getBigDecimal(1).toBigIntegerExact()),
        integer("YEAR", 1901, 2155),
        decimal(5, 0),
        decimal(30, 10),
        decimal(65, 30),
        new ColumnCase<Float>(
            "FLOAT",
            Arbitraries.floats(),
            Float::doubleValue,
            value -> ((Double) value).floatValue(),
            (statement, value) -> statement.setFloat(1, value),
            rows -> rows.getFloat(1)),
        new ColumnCase<Double>(
            "DOUBLE",
            Arbitraries.doubles(),
            value -> value,
            value -> (Double) value,
            (statement, value) -> statement.setDouble(1, value),
            rows -> rows.getDouble(1)),
        new ColumnCase<Long>(
            "BIT(9)",
            Arbitraries.longs().between(0, 511),
            value -> value,
            value -> (Long) value,
            (statement, value) -> statement.setLong(1, value),
            rows -> bits(rows).longValueExact()),
        unsigned(
            "BIT(64)",
            (statement, value) -> statement.setBigDecimal(1, new BigDecimal(value)),
            NumberColumns::bits));
  }
}
