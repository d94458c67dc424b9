package org.sqlxos.wirevm.internal.driver;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.sqlxos.operation.api.ValueKind;
import org.sqlxos.wirevm.internal.pack.ValueCodec;

/**
 * The reading half of the codecs. Hot code. None of them trusts the declared type: a value that is
 * not what its column promises is read as what it is.
 */
final class Readers {

  private static final JsonFactory JSON = new JsonFactory();

  private Readers() {}

  static ValueReader of(ValueCodec codec) {
    return switch (codec) {
      case PLAIN, ISO_TEXT, UUID_AS_TEXT -> (stored, slot) -> slot.natural(stored);
      case BOOLEAN_AS_INTEGER -> Readers::truth;
      case DECIMAL_AS_NUMBER -> Readers::decimal;
      case TIMESTAMP_AS_TEXT -> (stored, slot) -> timestamp(stored, slot, "");
      case TIMESTAMP_AS_UTC_TEXT -> (stored, slot) -> timestamp(stored, slot, "Z");
      case JSON_AS_TEXT -> (stored, slot) -> json(stored, slot, false);
      case JSON_AS_BYTES -> Readers::jsonBytes;
      case ARRAY_AS_JSON_TEXT -> (stored, slot) -> json(stored, slot, true);
    };
  }

  private static void truth(Object stored, ValueSlot slot) {
    if (stored instanceof Integer number && (number == 0 || number == 1)) {
      slot.setBoolean(number == 1);
    } else {
      slot.natural(stored);
    }
  }

  private static void decimal(Object stored, ValueSlot slot) {
    switch (stored) {
      case Integer whole -> slot.setText(ValueKind.DECIMAL, Integer.toString(whole));
      case Long whole -> slot.setText(ValueKind.DECIMAL, Long.toString(whole));
      case Double number when Double.isFinite(number) ->
          slot.setText(ValueKind.DECIMAL, plainDigits(number));
      case String text when isPlainDecimal(text) -> slot.setText(ValueKind.DECIMAL, text);
      default -> slot.natural(stored);
    }
  }

  private static String plainDigits(double number) {
    String shortest = Double.toString(number);
    if (shortest.indexOf('E') < 0) {
      return shortest.endsWith(".0") ? shortest.substring(0, shortest.length() - 2) : shortest;
    }
    return new BigDecimal(shortest).stripTrailingZeros().toPlainString();
  }

  /** A number as JSON writes it, without exponent. */
  static boolean isPlainDecimal(String text) {
    int at = text.startsWith("-") ? 1 : 0;
    int point = text.indexOf('.');
    int integerEnd = point < 0 ? text.length() : point;
    boolean leadingZero = integerEnd - at > 1 && text.charAt(at) == '0';
    return !leadingZero
        && isDigits(text, at, integerEnd)
        && (point < 0 || isDigits(text, point + 1, text.length()));
  }

  private static boolean isDigits(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return from < to;
  }

  private static void timestamp(Object stored, ValueSlot slot, String absentZone) {
    @Nullable String iso =
        stored instanceof String text ? TimestampText.toIso(text, absentZone) : null;
    if (iso == null) {
      slot.natural(stored);
    } else {
      slot.setText(ValueKind.TEXT, iso);
    }
  }

  private static void json(Object stored, ValueSlot slot, boolean array) {
    if (stored instanceof String text && isWellFormed(text, array)) {
      slot.setText(ValueKind.JSON, text);
    } else {
      slot.natural(stored);
    }
  }

  private static void jsonBytes(Object stored, ValueSlot slot) {
    if (stored instanceof byte[] bytes) {
      json(new String(bytes, StandardCharsets.UTF_8), slot, false);
    } else {
      slot.natural(stored);
    }
  }

  private static boolean isWellFormed(String text, boolean array) {
    try (JsonParser parser = JSON.createParser(text)) {
      JsonToken first = parser.nextToken();
      if (first == null || (array && first != JsonToken.START_ARRAY)) {
        return false;
      }
      int depth = 0;
      @Nullable JsonToken token = first;
      do {
        parser.finishToken();
        depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        token = parser.nextToken();
      } while (token != null && depth > 0);
      return token == null && depth == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
