package org.sqlxos.wirepack.postgresql.wire;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.sqlxos.operation.api.Cursor;
import org.sqlxos.testkit.server.DatabaseServer;

/** Truths and numbers. */
abstract class NumberTypeSuite extends TypeSuite {

  private static final TypeCase<Boolean> BOOL =
      new TypeCase<>(
          "bool",
          (statement, value) -> statement.setBoolean(2, value),
          ResultSet::getBoolean,
          Cursor::getBoolean);
  private static final TypeCase<BigDecimal> NUMERIC =
      new TypeCase<>(
          "numeric",
          (statement, value) -> statement.setBigDecimal(2, value),
          ResultSet::getBigDecimal,
          (row, column) -> new BigDecimal(row.getText(column)));

  NumberTypeSuite(DatabaseServer server) {
    super(server);
  }

  private static TypeCase<Long> integer(String type) {
    return new TypeCase<>(
        type,
        (statement, value) -> statement.setLong(2, value),
        ResultSet::getLong,
        Cursor::getLong);
  }

  private static TypeCase<Double> floating(String type) {
    return new TypeCase<>(
        type,
        (statement, value) -> statement.setDouble(2, value),
        ResultSet::getDouble,
        Cursor::getDouble);
  }

  @Property
  void truthsRoundTrip(@ForAll boolean value) throws SQLException {
    oracle().roundTrip(BOOL, value, value, value);
  }

  @Property
  void shortIntegersRoundTrip(@ForAll short value) throws SQLException {
    oracle().roundTrip(integer("int2"), (long) value, (long) value, (long) value);
  }

  @Property
  void integersRoundTrip(@ForAll int value) throws SQLException {
    oracle().roundTrip(integer("int4"), (long) value, (long) value, (long) value);
  }

  @Property
  void longIntegersRoundTrip(@ForAll long value) throws SQLException {
    oracle().roundTrip(integer("int8"), value, value, value);
  }

  @Property
  void objectNumbersAreUnsigned(@ForAll("unsigned") long value) throws SQLException {
    oracle().roundTrip(integer("oid"), value, value, value);
  }

  @Property
  void floatsRoundTrip(@ForAll("floats") float value) throws SQLException {
    double wide = value;
    TypeCase<Double> type =
        new TypeCase<>(
            "float4",
            (statement, given) -> statement.setFloat(2, given.floatValue()),
            (row, column) -> (double) row.getFloat(column),
            (row, column) -> (double) (float) row.getDouble(column));
    oracle().roundTrip(type, wide, wide, wide);
  }

  @Property
  void doublesRoundTrip(@ForAll("doubles") double value) throws SQLException {
    oracle().roundTrip(floating("float8"), value, value, value);
  }

  @Property
  void numericsKeepEachDigitAndTheirScale(@ForAll("decimals") BigDecimal value)
      throws SQLException {
    BigDecimal kept = value.scale() < 0 ? value.setScale(0) : value;
    oracle().roundTrip(NUMERIC, value, value, kept);
  }

  @Property
  void numericsWithADeclaredScaleArePaddedToIt(@ForAll("amounts") BigDecimal value)
      throws SQLException {
    TypeCase<BigDecimal> type =
        new TypeCase<>("numeric(60,5)", NUMERIC.bind(), NUMERIC.read(), NUMERIC.wire());
    oracle().roundTrip(type, value, value, value.setScale(5));
  }

  @Property
  void numericsThatAreNoNumbersRoundTrip(@ForAll("noNumbers") String value) throws SQLException {
    oracle().roundTrip(TypeCase.text("numeric"), value, value, value);
  }

  @Example
  void numericsOfTheGreatestLengthRoundTrip() throws SQLException {
    for (String text :
        new String[] {
          "9".repeat(131_072),
          "-0." + "0".repeat(16_382) + "1",
          "1" + "0".repeat(131_071) + "." + "7".repeat(16_383)
        }) {
      BigDecimal value = new BigDecimal(text);
      oracle().roundTrip(NUMERIC, value, value, value);
    }
  }

  @Example
  void absentNumbersRoundTrip() throws SQLException {
    for (String type : new String[] {"bool", "int2", "int4", "int8", "float8", "numeric"}) {
      oracle().nullRoundTrip(type);
    }
  }

  @Provide
  Arbitrary<Long> unsigned() {
    return Arbitraries.longs().between(0, 0xffff_ffffL);
  }

  @Provide
  Arbitrary<Float> floats() {
    return Arbitraries.integers()
        .between(Integer.MIN_VALUE, Integer.MAX_VALUE)
        .map(Float::intBitsToFloat)
        .map(value -> Float.isNaN(value) ? Float.NaN : value)
        .edgeCases(
            cases ->
                cases.add(
                    Float.NaN,
                    Float.POSITIVE_INFINITY,
                    Float.NEGATIVE_INFINITY,
                    -0.0f,
                    Float.MIN_VALUE,
                    Float.MAX_VALUE));
  }

  @Provide
  Arbitrary<Double> doubles() {
    return Arbitraries.longs()
        .map(Double::longBitsToDouble)
        .map(value -> Double.isNaN(value) ? Double.NaN : value)
        .edgeCases(
            cases ->
                cases.add(
                    Double.NaN,
                    Double.POSITIVE_INFINITY,
                    Double.NEGATIVE_INFINITY,
                    -0.0,
                    Double.MIN_VALUE,
                    Double.MAX_VALUE));
  }

  /** Scales from below zero to where the groups of four digits begin far behind the point. */
  @Provide
  Arbitrary<BigDecimal> decimals() {
    Arbitrary<BigInteger> digits =
        Arbitraries.bigIntegers()
            .between(BigInteger.TEN.pow(60).negate(), BigInteger.TEN.pow(60))
            .edgeCases(cases -> cases.add(BigInteger.valueOf(10_000), BigInteger.valueOf(9_999)));
    Arbitrary<Integer> scales = Arbitraries.integers().between(-40, 90);
    return Combinators.combine(digits, scales).as(BigDecimal::new);
  }

  @Provide
  Arbitrary<BigDecimal> amounts() {
    BigDecimal most = BigDecimal.TEN.pow(50);
    return Arbitraries.bigDecimals().between(most.negate(), most).ofScale(3);
  }

  @Provide
  Arbitrary<String> noNumbers() {
    return Arbitraries.of("NaN", "Infinity", "-Infinity");
  }
}
