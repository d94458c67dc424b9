package org.sqlxos.wirevm.internal.driver;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sqlxos.operation.api.JsonValue;
import org.sqlxos.operation.api.ResultColumn;
import org.sqlxos.type.api.Interval;
import org.sqlxos.type.api.UniversalType;
import org.sqlxos.wirevm.internal.WireProblem;
import org.sqlxos.wirevm.internal.pack.ValueCodec;
import org.sqlxos.wirevm.internal.pack.ValueCodecs;
import org.sqlxos.wirevm.internal.value.Family;

/** The codecs that a pack has chosen, ready to bind and read values. */
final class Codecs {

  private static final long MOST_DIGITS_OF_A_DOUBLE = 15;

  private final ValueCodecs chosen;

  Codecs(ValueCodecs chosen) {
    this.chosen = chosen;
  }

  /** One reader a column; where the plan names no columns, the values are read as what they are. */
  ValueReader[] readers(List<ResultColumn> columns, ResultSet rows) throws SQLException {
    int count = columns.isEmpty() ? rows.getMetaData().getColumnCount() : columns.size();
    ValueReader[] readers = new ValueReader[count];
    for (int i = 0; i < count; i++) {
      UniversalType type = columns.isEmpty() ? UniversalType.ANY : columns.get(i).type();
      readers[i] = Readers.of(chosen.of(type));
    }
    return readers;
  }

  /** Binds a value by its class, of those that the Javadoc of {@code Statement} lists. */
  void bind(PreparedStatement to, int index, @Nullable Object value) throws SQLException {
    switch (value) {
      case null -> to.setNull(index, Types.NULL);
      case String text -> to.setString(index, text);
      case Long number -> to.setLong(index, number);
      case Integer number -> to.setLong(index, number);
      case Boolean truth -> bindBoolean(to, index, truth);
      case BigDecimal decimal -> bindDecimal(to, index, decimal);
      case Double number -> to.setDouble(index, number);
      case byte[] bytes -> to.setBytes(index, bytes);
      case JsonValue json -> bindJson(to, index, json);
      default -> bindOther(to, index, value);
    }
  }

  private void bindOther(PreparedStatement to, int index, Object value) throws SQLException {
    switch (value) {
      case UUID uuid -> bindText(to, index, Family.UUID, uuid);
      case LocalDate date -> bindText(to, index, Family.DATE, date);
      case LocalTime time -> bindText(to, index, Family.TIME, time);
      case LocalDateTime timestamp -> bindText(to, index, Family.TIMESTAMP, timestamp);
      case OffsetDateTime moment -> bindText(to, index, Family.TIMESTAMPTZ, moment);
      case Interval interval -> bindText(to, index, Family.INTERVAL, interval);
      case List<?> list -> bindText(to, index, Family.ARRAY, list);
      default ->
          throw WireProblem.VALUE_UNKNOWN.problem(
              "Parameter %d is a %s".formatted(index, value.getClass().getSimpleName()));
    }
  }

  private void bindJson(PreparedStatement to, int index, JsonValue json) throws SQLException {
    if (chosen.of(Family.JSON) == ValueCodec.JSON_AS_BYTES) {
      to.setBytes(index, json.text().getBytes(StandardCharsets.UTF_8));
    } else {
      to.setString(index, json.text());
    }
  }

  private void bindBoolean(PreparedStatement to, int index, boolean value) throws SQLException {
    if (chosen.of(Family.BOOLEAN) == ValueCodec.BOOLEAN_AS_INTEGER) {
      to.setLong(index, value ? 1 : 0);
    } else {
      to.setBoolean(index, value);
    }
  }

  private void bindDecimal(PreparedStatement to, int index, BigDecimal value) throws SQLException {
    if (chosen.of(Family.DECIMAL) != ValueCodec.DECIMAL_AS_NUMBER) {
      to.setBigDecimal(index, value);
      return;
    }
    BigDecimal shortest = value.stripTrailingZeros();
    long integerDigits = (long) shortest.precision() - shortest.scale();
    if (shortest.scale() <= 0 && integerDigits <= 19 && fitsInLong(shortest)) {
      to.setLong(index, shortest.longValueExact());
    } else if (shortest.precision() <= MOST_DIGITS_OF_A_DOUBLE && Math.abs(integerDigits) < 300) {
      to.setDouble(index, shortest.doubleValue());
    } else {
      to.setString(index, value.toPlainString());
    }
  }

  private static boolean fitsInLong(BigDecimal whole) {
    return whole.toBigIntegerExact().bitLength() < Long.SIZE;
  }

  private void bindText(PreparedStatement to, int index, Family family, Object value)
      throws SQLException {
    ValueCodec codec = chosen.of(family);
    if (codec == ValueCodec.PLAIN) {
      to.setObject(index, value);
    } else {
      to.setString(index, Texts.write(codec, value));
    }
  }
}
