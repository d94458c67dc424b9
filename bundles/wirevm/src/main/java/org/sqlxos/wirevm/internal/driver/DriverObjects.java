package org.sqlxos.wirevm.internal.driver;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Date;
import java.sql.SQLException;
import java.sql.SQLXML;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.sqlxos.operation.api.ValueKind;

/**
 * What drivers give for types that JDBC has classes of its own for, as the text that a column of
 * that type has everywhere else: ISO 8601 for times, JSON for arrays. Anything else is what its
 * {@code toString} says.
 */
final class DriverObjects {

  /** Seconds always, their fraction without trailing zeros. */
  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder()
          .appendPattern("HH:mm:ss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .toFormatter(Locale.ROOT);

  private static final DateTimeFormatter TIMESTAMP =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .appendLiteral('T')
          .append(TIME)
          .toFormatter(Locale.ROOT);

  private DriverObjects() {}

  static void write(Object stored, ValueSlot slot) {
    try {
      switch (stored) {
        case Blob blob -> slot.setBytes(read(blob));
        case Array array -> slot.setText(ValueKind.JSON, Texts.array(elements(array.getArray())));
        case Object[] elements -> slot.setText(ValueKind.JSON, Texts.array(elements(elements)));
        case Collection<?> elements ->
            slot.setText(ValueKind.JSON, Texts.array(List.copyOf(elements)));
        default -> slot.setText(ValueKind.TEXT, text(stored));
      }
    } catch (SQLException e) {
      throw new IllegalStateException("a value that was there cannot be read", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Object stored) throws SQLException, IOException {
    return switch (stored) {
      case Timestamp timestamp -> TIMESTAMP.format(timestamp.toLocalDateTime());
      case LocalDateTime timestamp -> TIMESTAMP.format(timestamp);
      case OffsetDateTime moment -> zoned(moment);
      case ZonedDateTime moment -> zoned(moment.toOffsetDateTime());
      case Date date -> date.toLocalDate().toString();
      case Time time -> TIME.format(time.toLocalTime());
      case LocalTime time -> TIME.format(time);
      case OffsetTime time -> TIME.format(time.toLocalTime()) + time.getOffset();
      case Clob clob -> read(clob);
      case SQLXML document -> document.getString();
      default -> stored.toString();
    };
  }

  private static String zoned(OffsetDateTime moment) {
    return TIMESTAMP.format(moment.toLocalDateTime()) + moment.getOffset();
  }

  private static String read(Clob clob) throws SQLException, IOException {
    try (Reader reader = clob.getCharacterStream()) {
      StringWriter text = new StringWriter();
      reader.transferTo(text);
      return text.toString();
    } finally {
      clob.free();
    }
  }

  private static byte[] read(Blob blob) throws SQLException, IOException {
    try (InputStream bytes = blob.getBinaryStream()) {
      return bytes.readAllBytes();
    } finally {
      blob.free();
    }
  }

  /** Elements that JSON has no form for are the text that they are as values. */
  private static List<?> elements(Object array) throws SQLException, IOException {
    if (!(array instanceof Object[] objects)) {
      return List.of(text(array));
    }
    Object[] elements = Arrays.copyOf(objects, objects.length, Object[].class);
    for (int i = 0; i < elements.length; i++) {
      Object element = elements[i];
      if (element instanceof Object[] nested) {
        elements[i] = elements(nested);
      } else if (element instanceof java.util.Date || element instanceof Clob) {
        elements[i] = text(element);
      }
    }
    return Arrays.asList(elements);
  }
}
