package org.sqlxos.wirevm.internal.driver;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sqlxos.operation.api.JsonValue;
import org.sqlxos.wirevm.internal.pack.ValueCodec;

/** The writing half of those codecs that keep values as text. */
final class Texts {

  private static final JsonFactory JSON = new JsonFactory();

  /** Seconds always, their fraction without trailing zeros: such texts sort as the times do. */
  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder()
          .appendPattern("HH:mm:ss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .toFormatter(Locale.ROOT);

  private static final DateTimeFormatter TIMESTAMP =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .appendLiteral(' ')
          .append(TIME)
          .toFormatter(Locale.ROOT);

  private Texts() {}

  static String write(ValueCodec codec, Object value) {
    return switch (codec) {
      case TIMESTAMP_AS_TEXT ->
          value instanceof LocalDateTime timestamp ? TIMESTAMP.format(timestamp) : iso(value);
      case TIMESTAMP_AS_UTC_TEXT -> value instanceof OffsetDateTime m ? utc(m) : iso(value);
      case ARRAY_AS_JSON_TEXT -> value instanceof List<?> list ? array(list) : iso(value);
      case PLAIN,
          BOOLEAN_AS_INTEGER,
          DECIMAL_AS_NUMBER,
          ISO_TEXT,
          UUID_AS_TEXT,
          JSON_AS_TEXT,
          JSON_AS_BYTES ->
          iso(value);
    };
  }

  private static String iso(Object value) {
    return value instanceof LocalTime time ? TIME.format(time) : value.toString();
  }

  private static String utc(OffsetDateTime moment) {
    return TIMESTAMP.format(moment.withOffsetSameInstant(ZoneOffset.UTC)) + "+00:00";
  }

  static String array(List<?> list) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      write(json, list);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static void write(JsonGenerator json, @Nullable Object value) throws IOException {
    switch (value) {
      case null -> json.writeNull();
      case Boolean truth -> json.writeBoolean(truth);
      case Integer number -> json.writeNumber(number);
      case Long number -> json.writeNumber(number);
      case Double number -> json.writeNumber(number);
      case BigInteger number -> json.writeNumber(number);
      case BigDecimal number -> json.writeNumber(number.toPlainString());
      case byte[] bytes -> json.writeString(Base64.getEncoder().encodeToString(bytes));
      case JsonValue raw -> json.writeRawValue(raw.text());
      case List<?> list -> {
        json.writeStartArray();
        for (Object element : list) {
          write(json, element);
        }
        json.writeEndArray();
      }
      case LocalDateTime timestamp ->
          json.writeString(DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(timestamp));
      case OffsetDateTime moment ->
          json.writeString(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment));
      default -> json.writeString(iso(value));
    }
  }
}
