package org.sqlxos.jdbc.internal.value;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Date;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.List;
import java.util.UUID;
import org.sqlxos.jdbc.internal.error.JdbcProblem;
import org.sqlxos.jdbc.internal.rows.Rows;
import org.sqlxos.operation.api.ValueKind;
import org.sqlxos.type.api.Interval;
import org.sqlxos.type.api.UniversalType;
import org.sqlxos.type.api.UniversalType.ArrayType;
import org.sqlxos.type.api.UniversalType.DecimalType;
import org.sqlxos.type.api.UniversalType.FloatType;
import org.sqlxos.type.api.UniversalType.IntegerType;
import org.sqlxos.type.api.UniversalType.Simple;
import org.sqlxos.type.api.UniversalType.TimeType;
import org.sqlxos.type.api.UniversalType.TimestampType;
import org.sqlxos.wirepack.api.DescribedColumn;

/** The values of the row in sight as objects: dates and times, and whatever class is asked for. */
public final class ObjectReader extends ValueReader {

  private static final long NANOS_A_MILLI = 1_000_000;

  private final boolean moments;

  /**
   * @param moments whether {@link Timestamp} names a moment where the column does; otherwise it is
   *     the reading of a clock, as it is when it is bound to a parameter of which the server does
   *     not say what it expects
   */
  public ObjectReader(Rows rows, List<DescribedColumn> columns, boolean moments) {
    super(rows, columns);
    this.moments = moments;
  }

  public LocalDate localDate(int column) throws SQLException {
    return Temporals.date(temporal(column), ZoneId.systemDefault());
  }

  public Date date(int column, ZoneId zone) throws SQLException {
    LocalDate date = Temporals.date(temporal(column), zone);
    return new Date(date.atStartOfDay(zone).toInstant().toEpochMilli());
  }

  public Time time(int column, ZoneId zone) throws SQLException {
    LocalTime time = Temporals.time(temporal(column), zone);
    Instant onFirstDay = time.atDate(LocalDate.EPOCH).atZone(zone).toInstant();
    return new Time(onFirstDay.toEpochMilli());
  }

  public Timestamp timestamp(int column, ZoneId zone) throws SQLException {
    String text = temporal(column);
    if (type(column) instanceof TimeType) {
      return Timestamp.valueOf(Temporals.time(text, zone).atDate(LocalDate.EPOCH));
    }
    LocalDateTime local = moments ? Temporals.local(text, zone) : Temporals.digits(text);
    return Timestamp.from(local.atZone(zone).toInstant());
  }

  private String temporal(int column) throws SQLException {
    if (rows.kind(column) != ValueKind.TEXT) {
      throw unlike(column, "a date or time");
    }
    return rows.text(column);
  }

  /** The zone of a calendar that a caller gave. */
  public static ZoneId zone(Calendar calendar) {
    return calendar.getTimeZone().toZoneId();
  }

  /** As the class that JDBC has for the column's type. */
  public Object object(int column) throws SQLException {
    UniversalType type = type(column);
    return switch (rows.kind(column)) {
      case BOOLEAN -> rows.truth(column);
      case INTEGER ->
          switch (type) {
            case IntegerType integer when integer.bits() < Long.SIZE -> (int) rows.number(column);
            case DecimalType _ -> BigDecimal.valueOf(rows.number(column));
            default -> rows.number(column);
          };
      case FLOAT ->
          type instanceof FloatType number && number.bits() == Float.SIZE
              ? (Object) (float) rows.fraction(column)
              : (Object) rows.fraction(column);
      case DECIMAL -> new BigDecimal(rows.text(column));
      case JSON -> type instanceof ArrayType ? array(column) : rows.text(column);
      case BYTES -> rows.bytes(column);
      case TEXT -> ofText(column, type);
      case NULL -> throw new IllegalStateException("asked before");
    };
  }

  private Object ofText(int column, UniversalType type) throws SQLException {
    return switch (type) {
      case Simple.DATE -> date(column, ZoneId.systemDefault());
      case TimeType _ -> time(column, ZoneId.systemDefault());
      case TimestampType timestamp ->
          timestamp.zoned() && moments
              ? (Object) Temporals.moment(rows.text(column), ZoneOffset.UTC)
              : (Object) timestamp(column, ZoneId.systemDefault());
      case Simple.UUID -> UUID.fromString(rows.text(column));
      default -> rows.text(column);
    };
  }

  public Array array(int column) throws SQLException {
    UniversalType element =
        type(column) instanceof ArrayType array ? array.element() : UniversalType.ANY;
    if (rows.kind(column) != ValueKind.JSON) {
      throw unlike(column, "an array");
    }
    return MemoryArray.parse(columns.get(column).type().name(), element, rows.text(column));
  }

  /** As the class that is asked for. */
  public <T> T object(int column, Class<T> wanted) throws SQLException {
    return wanted.cast(as(column, wanted));
  }

  private Object as(int column, Class<?> wanted) throws SQLException {
    if (wanted == Object.class) {
      return object(column);
    }
    if (wanted == String.class) {
      return string(column);
    }
    if (wanted == Boolean.class) {
      return truth(column);
    }
    if (Number.class.isAssignableFrom(wanted)) {
      return asNumber(column, wanted);
    }
    if (wanted == byte[].class) {
      return bytes(column);
    }
    return wanted.getPackageName().equals("java.time")
        ? asJavaTime(column, wanted)
        : asOther(column, wanted);
  }

  private Object asNumber(int column, Class<?> wanted) throws SQLException {
    return switch (wanted.getSimpleName()) {
      case "Byte" -> (byte) whole(column, Byte.MIN_VALUE, Byte.MAX_VALUE);
      case "Short" -> (short) whole(column, Short.MIN_VALUE, Short.MAX_VALUE);
      case "Integer" -> (int) whole(column, Integer.MIN_VALUE, Integer.MAX_VALUE);
      case "Long" -> whole(column, Long.MIN_VALUE, Long.MAX_VALUE);
      case "Float" -> (float) number(column);
      case "Double" -> number(column);
      case "BigDecimal", "Number" -> decimal(column);
      case "BigInteger" -> integer(column);
      default -> throw unlike(column, wanted.getName());
    };
  }

  private BigInteger integer(int column) throws SQLException {
    return decimal(column).toBigInteger();
  }

  private Object asJavaTime(int column, Class<?> wanted) throws SQLException {
    // A server that is not told of zones keeps moments as the digits of UTC.
    ZoneId here = moments ? ZoneId.systemDefault() : ZoneOffset.UTC;
    String text = temporal(column);
    return switch (wanted.getSimpleName()) {
      case "LocalDate" -> Temporals.date(text, here);
      case "LocalTime" -> Temporals.time(text, here);
      case "LocalDateTime" -> moments ? Temporals.local(text, here) : Temporals.digits(text);
      case "OffsetTime" -> Temporals.zonedTime(text, ZoneOffset.UTC);
      case "OffsetDateTime" -> Temporals.moment(text, here);
      case "ZonedDateTime" -> moment(text, here);
      case "Instant" -> Temporals.moment(text, here).toInstant();
      case "Duration" -> duration(column, text);
      default -> throw unlike(column, wanted.getName());
    };
  }

  private static ZonedDateTime moment(String text, ZoneId zone) throws SQLException {
    OffsetDateTime moment = Temporals.moment(text, zone);
    return moment.atZoneSameInstant(zone);
  }

  private Object duration(int column, String text) throws SQLException {
    Interval interval = Interval.parse(text);
    if (interval.months() != 0) {
      throw unlike(column, "a duration: it has months");
    }
    return java.time.Duration.ofDays(interval.days())
        .plusMillis(interval.nanos() / NANOS_A_MILLI)
        .plusNanos(interval.nanos() % NANOS_A_MILLI);
  }

  private Object asOther(int column, Class<?> wanted) throws SQLException {
    ZoneId here = ZoneId.systemDefault();
    return switch (wanted.getName()) {
      case "java.sql.Date" -> date(column, here);
      case "java.sql.Time" -> time(column, here);
      case "java.sql.Timestamp", "java.util.Date" -> timestamp(column, here);
      case "java.util.UUID" -> uuid(column);
      case "java.sql.Array" -> array(column);
      case "java.sql.Blob" -> blob(column);
      case "java.sql.Clob", "java.sql.NClob" -> clob(column);
      case "java.io.InputStream" -> stream(column);
      case "java.io.Reader" -> reader(column);
      case "org.sqlxos.type.api.Interval" -> Interval.parse(temporal(column));
      default -> throw unlike(column, wanted.getName());
    };
  }

  private UUID uuid(int column) throws SQLException {
    try {
      return UUID.fromString(string(column));
    } catch (IllegalArgumentException e) {
      throw unlike(column, "a UUID");
    }
  }

  public Blob blob(int column) throws SQLException {
    return new MemoryBlob(bytes(column));
  }

  public Clob clob(int column) throws SQLException {
    return new MemoryClob(string(column));
  }

  public InputStream stream(int column) throws SQLException {
    return new ByteArrayInputStream(bytes(column));
  }

  public Reader reader(int column) throws SQLException {
    return new StringReader(string(column));
  }

  /** What JDBC leaves to the driver, and this one does not do. */
  public static SQLException unsupported(String what) {
    return JdbcProblem.unsupported(what);
  }
}
