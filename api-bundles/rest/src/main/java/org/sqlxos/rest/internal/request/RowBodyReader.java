package org.sqlxos.rest.internal.request;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sqlxos.operation.api.JsonValue;
import org.sqlxos.problem.api.ProblemException;

/** Reads the JSON of a body: one object, or an array of objects. */
final class RowBodyReader {

  /** A double has 308 digits before the point; whatever is much larger is an attack. */
  private static final int MAX_EXPONENT = 1_000;

  private static final int MAX_DEPTH = 100;
  private static final int MAX_NUMBER_LENGTH = 1_000;
  private static final int MAX_NAME_LENGTH = 1_000;

  // Names come from outside: a table of them would only grow.
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxNumberLength(MAX_NUMBER_LENGTH)
                  .maxNameLength(MAX_NAME_LENGTH)
                  .maxStringLength(Integer.MAX_VALUE)
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .build();

  private final String text;
  private final JsonParser parser;

  private RowBodyReader(String text, JsonParser parser) {
    this.text = text;
    this.parser = parser;
  }

  static RowBody read(String text) {
    RowBody body = nested(text);
    if (body.rows().isEmpty()) {
      throw RestProblem.MALFORMED_BODY.problem("at least one row expected, found an empty array");
    }
    return body;
  }

  /** The same, where an array may be empty. */
  static RowBody nested(String text) {
    try (JsonParser parser = JSON.createParser(text)) {
      return new RowBodyReader(text, parser).body();
    } catch (StreamConstraintsException e) {
      throw RestProblem.MALFORMED_BODY.problem(
          "the JSON%s goes beyond %d levels, %d characters of a name or %d of a number"
              .formatted(where(e), MAX_DEPTH, MAX_NAME_LENGTH, MAX_NUMBER_LENGTH));
    } catch (JsonProcessingException e) {
      // The parser's own words name its classes; where it stopped is what a caller needs.
      throw e.getOriginalMessage().startsWith("Duplicate")
          ? RestProblem.MEMBER_REPEATED.problem("the JSON%s repeats a member".formatted(where(e)))
          : RestProblem.MALFORMED_BODY.problem("the JSON%s is not well-formed".formatted(where(e)));
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory", e);
    }
  }

  /** Whether a text is one JSON document. */
  static boolean wellFormed(String text) {
    try (JsonParser parser = JSON.createParser(text)) {
      if (parser.nextToken() == null) {
        return false;
      }
      parser.skipChildren();
      return parser.nextToken() == null;
    } catch (IOException e) {
      return false;
    }
  }

  private static String where(JsonProcessingException e) {
    JsonLocation location = e.getLocation();
    return location == null
        ? ""
        : " at line %d, column %d".formatted(location.getLineNr(), location.getColumnNr());
  }

  private RowBody body() throws IOException {
    JsonToken first = parser.nextToken();
    if (first == null) {
      throw RestProblem.MALFORMED_BODY.problem("a JSON object expected, found nothing");
    }
    RowBody body =
        first == JsonToken.START_ARRAY
            ? new RowBody(array(), true)
            : new RowBody(List.of(object(first)), false);
    if (parser.nextToken() != null) {
      throw RestProblem.MALFORMED_BODY.problem("the end expected after the JSON document");
    }
    return body;
  }

  private List<Map<String, @Nullable Object>> array() throws IOException {
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      Map<String, @Nullable Object> row = object(token);
      rows.add(row);
    }
    return rows;
  }

  private Map<String, @Nullable Object> object(@Nullable JsonToken start) throws IOException {
    if (start != JsonToken.START_OBJECT) {
      throw RestProblem.MALFORMED_BODY.problem(
          "a JSON object expected, with a member for each column");
    }
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = whole(parser.currentName(), "the name of a member");
      parser.nextToken();
      row.put(name, value(name));
    }
    return row;
  }

  private @Nullable Object value(String name) throws IOException {
    return switch (parser.currentToken()) {
      case VALUE_NULL -> null;
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_STRING -> whole(parser.getText(), "member " + Names.quote(name));
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(name);
      case START_OBJECT, START_ARRAY -> document();
      case END_OBJECT, END_ARRAY, FIELD_NAME, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
          throw RestProblem.MALFORMED_BODY.problem("a value expected");
    };
  }

  private Object number(String name) throws IOException {
    JsonParser.NumberType type =
        parser.currentToken() == JsonToken.VALUE_NUMBER_INT ? parser.getNumberType() : null;
    if (type == JsonParser.NumberType.INT || type == JsonParser.NumberType.LONG) {
      return parser.getLongValue();
    }
    // 1e999999999 takes a dozen octets here and a gigabyte once somebody writes it out.
    return exact(parser.getText())
        .filter(RowBodyReader::writable)
        .orElseThrow(
            () ->
                RestProblem.MALFORMED_BODY.problem(
                    "member %s: the number has more than %d digits"
                        .formatted(Names.quote(name), MAX_EXPONENT)));
  }

  private static Optional<BigDecimal> exact(String digits) {
    try {
      return Optional.of(new BigDecimal(digits));
    } catch (NumberFormatException e) {
      // Well-formed, so only its exponent can be at fault.
      return Optional.empty();
    }
  }

  private static boolean writable(BigDecimal number) {
    return Math.abs((long) number.precision() - number.scale()) <= MAX_EXPONENT
        && Math.abs((long) number.scale()) <= MAX_EXPONENT;
  }

  private JsonValue document() throws IOException {
    int start = (int) parser.currentTokenLocation().getCharOffset();
    parser.skipChildren();
    return new JsonValue(text.substring(start, (int) parser.currentLocation().getCharOffset()));
  }

  private static String whole(String text, String what) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        int codePoint = text.codePointAt(i);
        if (!Character.isSupplementaryCodePoint(codePoint)) {
          throw brokenCharacter(what);
        }
        i++;
      }
    }
    return text;
  }

  private static ProblemException brokenCharacter(String what) {
    return RestProblem.MALFORMED_BODY.problem(
        what + " has half of a surrogate pair, which is no character");
  }
}
