package org.sqlxos.jdbc.internal.result;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.Reader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Date;
import java.sql.NClob;
import java.sql.Ref;
import java.sql.RowId;
import java.sql.SQLException;
import java.sql.SQLXML;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.ZoneId;
import java.util.Calendar;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sqlxos.jdbc.internal.error.JdbcProblem;
import org.sqlxos.jdbc.internal.value.ObjectReader;

/**
 * The values of columns by their numbers, each what it is for where there is none. It is a little
 * long because the interface is. Hot code.
 */
@SuppressWarnings("NullAway") // JDBC's getters give null for NULL, and say so in words only.
abstract class ValueGetters extends NamedGetters {

  private boolean wasNull;

  /** The values of the row in sight. */
  abstract ObjectReader reader() throws SQLException;

  abstract int columnCount();

  /** What is read if there is a value. */
  @FunctionalInterface
  private interface Reading<T> {
    T of(ObjectReader reader, int column) throws SQLException;
  }

  private <T> @Nullable T present(int column, Reading<T> reading) throws SQLException {
    ObjectReader reader = reader();
    return absent(reader, column) ? null : reading.of(reader, column - 1);
  }

  private boolean absent(ObjectReader reader, int column) throws SQLException {
    if (column < 1 || column > columnCount()) {
      throw JdbcProblem.NO_SUCH_COLUMN.exception(
          "There is no column %d; the result has %d, counted from 1"
              .formatted(column, columnCount()));
    }
    wasNull = reader.isNull(column - 1);
    return wasNull;
  }

  private long whole(int column, long least, long most) throws SQLException {
    ObjectReader reader = reader();
    return absent(reader, column) ? 0 : reader.whole(column - 1, least, most);
  }

  @Override
  public final boolean wasNull() {
    return wasNull;
  }

  @Override
  public final String getString(int column) throws SQLException {
    return present(column, ObjectReader::string);
  }

  @Override
  public final boolean getBoolean(int column) throws SQLException {
    ObjectReader reader = reader();
    return !absent(reader, column) && reader.truth(column - 1);
  }

  @Override
  public final byte getByte(int column) throws SQLException {
    return (byte) whole(column, Byte.MIN_VALUE, Byte.MAX_VALUE);
  }

  @Override
  public final short getShort(int column) throws SQLException {
    return (short) whole(column, Short.MIN_VALUE, Short.MAX_VALUE);
  }

  @Override
  public final int getInt(int column) throws SQLException {
    return (int) whole(column, Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  @Override
  public final long getLong(int column) throws SQLException {
    return whole(column, Long.MIN_VALUE, Long.MAX_VALUE);
  }

  @Override
  public final float getFloat(int column) throws SQLException {
    return (float) getDouble(column);
  }

  @Override
  public final double getDouble(int column) throws SQLException {
    ObjectReader reader = reader();
    return absent(reader, column) ? 0 : reader.number(column - 1);
  }

  @Override
  public final BigDecimal getBigDecimal(int column) throws SQLException {
    return present(column, ObjectReader::decimal);
  }

  @Override
  @Deprecated
  public final BigDecimal getBigDecimal(int column, int scale) throws SQLException {
    BigDecimal value = getBigDecimal(column);
    return value == null ? null : value.setScale(scale, RoundingMode.HALF_UP);
  }

  @Override
  public final byte[] getBytes(int column) throws SQLException {
    return present(column, ObjectReader::bytes);
  }

  @Override
  public final Date getDate(int column) throws SQLException {
    return present(column, (reader, at) -> reader.date(at, ZoneId.systemDefault()));
  }

  @Override
  public final Date getDate(int column, @Nullable Calendar calendar) throws SQLException {
    return present(column, (reader, at) -> reader.date(at, zone(calendar)));
  }

  @Override
  public final Time getTime(int column) throws SQLException {
    return present(column, (reader, at) -> reader.time(at, ZoneId.systemDefault()));
  }

  @Override
  public final Time getTime(int column, @Nullable Calendar calendar) throws SQLException {
    return present(column, (reader, at) -> reader.time(at, zone(calendar)));
  }

  @Override
  public final Timestamp getTimestamp(int column) throws SQLException {
    return present(column, (reader, at) -> reader.timestamp(at, ZoneId.systemDefault()));
  }

  @Override
  public final Timestamp getTimestamp(int column, @Nullable Calendar calendar) throws SQLException {
    return present(column, (reader, at) -> reader.timestamp(at, zone(calendar)));
  }

  private static ZoneId zone(@Nullable Calendar calendar) {
    return calendar == null ? ZoneId.systemDefault() : ObjectReader.zone(calendar);
  }

  @Override
  public final Object getObject(int column) throws SQLException {
    return present(column, ObjectReader::object);
  }

  @Override
  public final Object getObject(int column, @Nullable Map<String, Class<?>> map)
      throws SQLException {
    if (map != null && !map.isEmpty()) {
      throw JdbcProblem.unsupported("A map of types");
    }
    return getObject(column);
  }

  @Override
  public final <T> T getObject(int column, Class<T> type) throws SQLException {
    return present(column, (reader, at) -> reader.object(at, type));
  }

  @Override
  public final Array getArray(int column) throws SQLException {
    return present(column, ObjectReader::array);
  }

  @Override
  public final Blob getBlob(int column) throws SQLException {
    return present(column, ObjectReader::blob);
  }

  @Override
  public final Clob getClob(int column) throws SQLException {
    return present(column, ObjectReader::clob);
  }

  @Override
  public final NClob getNClob(int column) throws SQLException {
    return (NClob) getClob(column);
  }

  @Override
  public final String getNString(int column) throws SQLException {
    return getString(column);
  }

  @Override
  public final InputStream getBinaryStream(int column) throws SQLException {
    return present(column, ObjectReader::stream);
  }

  @Override
  public final InputStream getAsciiStream(int column) throws SQLException {
    return present(column, (reader, at) -> bytes(reader.string(at)));
  }

  private static InputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  @Deprecated
  public final InputStream getUnicodeStream(int column) throws SQLException {
    return present(
        column,
        (reader, at) ->
            new ByteArrayInputStream(reader.string(at).getBytes(StandardCharsets.UTF_16BE)));
  }

  @Override
  public final Reader getCharacterStream(int column) throws SQLException {
    return present(column, ObjectReader::reader);
  }

  @Override
  public final Reader getNCharacterStream(int column) throws SQLException {
    return getCharacterStream(column);
  }

  @Override
  public final URL getURL(int column) throws SQLException {
    String text = getString(column);
    try {
      return text == null ? null : URI.create(text).toURL();
    } catch (MalformedURLException | IllegalArgumentException e) {
      throw JdbcProblem.NOT_CONVERTIBLE.exception("The text is no URL");
    }
  }

  @Override
  public final Ref getRef(int column) throws SQLException {
    throw JdbcProblem.unsupported("REF");
  }

  @Override
  public final RowId getRowId(int column) throws SQLException {
    throw JdbcProblem.unsupported("ROWID");
  }

  @Override
  public final SQLXML getSQLXML(int column) throws SQLException {
    throw JdbcProblem.UNSUPPORTED.exception("SQLXML is not supported", "Read it with getString.");
  }
}
