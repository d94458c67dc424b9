package org.sqlxos.jdbc.internal.value;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.SQLException;
import java.sql.SQLXML;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sqlxos.jdbc.internal.error.JdbcProblem;
import org.sqlxos.operation.api.JsonValue;
import org.sqlxos.type.api.Interval;
import org.sqlxos.type.api.UniversalType;

/** Values that a caller binds, as those that a session takes. */
public final class Parameters {

  private static final int LONG_DIGITS = 18;

  private Parameters() {}

  /**
   * A value for a parameter.
   *
   * @param target what the server expects; {@code ANY} if it does not say
   */
  public static @Nullable Object of(@Nullable Object value, UniversalType target)
      throws SQLException {
    return switch (value) {
      case null -> null;
      case String _, Long _, Boolean _, BigDecimal _, Double _, byte[] _ -> value;
      case Integer number -> (long) number;
      case Short number -> (long) number;
      case Byte number -> (long) number;
      case Float number -> Double.valueOf(number.toString());
      case BigInteger number -> whole(number);
      case Character c -> c.toString();
      case UUID _, JsonValue _, Interval _ -> value;
      case List<?> list -> list(list, target);
      default -> other(value, target);
    };
  }

  private static Object whole(BigInteger number) {
    BigDecimal decimal = new BigDecimal(number);
    return decimal.precision() <= LONG_DIGITS ? (Object) number.longValue() : decimal;
  }

  private static Object other(Object value, UniversalType target) throws SQLException {
    Optional<Object> time = TimeParameters.of(value, target);
    if (time.isPresent()) {
      return time.get();
    }
    return switch (value) {
      case Blob blob -> blob.getBytes(1, Math.toIntExact(blob.length()));
      case Clob clob -> clob.getSubString(1, Math.toIntExact(clob.length()));
      case SQLXML xml -> xml.getString();
      case MemoryArray array -> list(array.elements(), target);
      case Array array -> list(elements(array.getArray()), target);
      case InputStream stream -> bytes(stream, -1);
      case Reader reader -> text(reader, -1);
      default -> {
        if (value instanceof Enum<?> constant) {
          yield constant.name();
        }
        if (value.getClass().isArray()) {
          yield list(elements(value), target);
        }
        throw JdbcProblem.NOT_CONVERTIBLE.exception(
            "A parameter cannot be a " + value.getClass().getName(),
            "Bind a string, number, truth, date, time, byte[], UUID or array.");
      }
    };
  }

  private static List<@Nullable Object> list(List<?> list, UniversalType target)
      throws SQLException {
    UniversalType element =
        target instanceof UniversalType.ArrayType array ? array.element() : UniversalType.ANY;
    List<@Nullable Object> values = new ArrayList<>(list.size());
    for (Object each : list) {
      boolean nested = each instanceof List<?> || (each instanceof Object[]);
      values.add(of(each, nested ? target : element));
    }
    return values;
  }

  private static List<?> elements(Object array) {
    if (array instanceof Object[] objects) {
      return Arrays.asList(objects);
    }
    List<Object> elements = new ArrayList<>();
    for (int i = 0; i < java.lang.reflect.Array.getLength(array); i++) {
      elements.add(java.lang.reflect.Array.get(array, i));
    }
    return elements;
  }

  /**
   * A value that a caller wants to be sent as a type of JDBC's: only what would have another
   * meaning is converted.
   */
  public static @Nullable Object as(@Nullable Object value, int type, int scale)
      throws SQLException {
    if (value == null) {
      return null;
    }
    return switch (type) {
      case Types.CHAR, Types.VARCHAR, Types.LONGVARCHAR, Types.NCHAR, Types.NVARCHAR ->
          value instanceof Number || value instanceof Boolean ? value.toString() : value;
      case Types.NUMERIC, Types.DECIMAL ->
          value instanceof BigDecimal number && scale >= 0
              ? number.setScale(scale, java.math.RoundingMode.HALF_UP)
              : exact(value);
      case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT -> whole(value);
      case Types.BIT, Types.BOOLEAN -> truth(value);
      default -> value;
    };
  }

  private static Object exact(Object value) throws SQLException {
    try {
      return switch (value) {
        case String text -> new BigDecimal(text.strip());
        case Boolean truth -> truth ? BigDecimal.ONE : BigDecimal.ZERO;
        default -> value;
      };
    } catch (NumberFormatException e) {
      throw JdbcProblem.NOT_CONVERTIBLE.exception("The text is no number");
    }
  }

  private static Object whole(Object value) throws SQLException {
    return switch (value) {
      case BigDecimal number -> ValueReader.inRange(number, Long.MIN_VALUE, Long.MAX_VALUE);
      case Double number -> number.longValue();
      case Float number -> number.longValue();
      case Boolean truth -> truth ? 1L : 0L;
      case String _ ->
          ValueReader.inRange((BigDecimal) exact(value), Long.MIN_VALUE, Long.MAX_VALUE);
      default -> value;
    };
  }

  private static Object truth(Object value) throws SQLException {
    return switch (value) {
      case Number number -> number.doubleValue() != 0;
      case String text -> ValueReader.truth(text);
      default -> value;
    };
  }

  /**
   * What a stream holds.
   *
   * @param length so many bytes of it; less than 0 for all
   */
  public static byte[] bytes(InputStream stream, long length) throws SQLException {
    try {
      return length < 0 ? stream.readAllBytes() : stream.readNBytes(Math.toIntExact(length));
    } catch (IOException e) {
      throw JdbcProblem.PARAMETERS.exception("A stream cannot be read: " + e.getMessage());
    }
  }

  /** The same of characters. */
  public static String text(Reader reader, long length) throws SQLException {
    try {
      StringWriter text = new StringWriter();
      reader.transferTo(text);
      String all = text.toString();
      return length < 0 || length >= all.length() ? all : all.substring(0, (int) length);
    } catch (IOException e) {
      throw JdbcProblem.PARAMETERS.exception("A reader cannot be read: " + e.getMessage());
    }
  }

  /** What a stream of ASCII holds. */
  public static String ascii(InputStream stream, long length) throws SQLException {
    return new String(bytes(stream, length), StandardCharsets.US_ASCII);
  }
}
