package org.sqlxos.jdbc.internal.value;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sqlxos.jdbc.internal.error.JdbcProblem;

/** Arrays as sessions give them: JSON. */
final class JsonArrays {

  private static final JsonFactory JSON = new JsonFactory();

  /** What one element in writing becomes. */
  @FunctionalInterface
  interface Element {
    Object of(JsonToken token, String text) throws SQLException;
  }

  private JsonArrays() {}

  static List<@Nullable Object> parse(String json, Element element) throws SQLException {
    try (JsonParser parser = JSON.createParser(json)) {
      if (parser.nextToken() != JsonToken.START_ARRAY) {
        throw JdbcProblem.NOT_CONVERTIBLE.exception("The value is no array");
      }
      return list(parser, element);
    } catch (IOException e) {
      throw JdbcProblem.NOT_CONVERTIBLE.exception("The value is no array");
    }
  }

  private static List<@Nullable Object> list(JsonParser parser, Element element)
      throws IOException, SQLException {
    List<@Nullable Object> values = new ArrayList<>();
    while (true) {
      JsonToken token = parser.nextToken();
      switch (token) {
        case END_ARRAY -> {
          return values;
        }
        case START_ARRAY -> values.add(list(parser, element));
        case VALUE_NULL -> values.add(null);
        case START_OBJECT -> values.add(element.of(token, object(parser)));
        default -> values.add(element.of(token, parser.getText()));
      }
    }
  }

  private static String object(JsonParser parser) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator to = JSON.createGenerator(text)) {
      to.copyCurrentStructure(parser);
    }
    return text.toString();
  }
}
