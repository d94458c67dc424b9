package org.sqlxos.wirevm.internal.value;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sqlxos.operation.api.JsonValue;

/** A JSON array in writing, as the list that an array's layout takes. */
final class JsonLists {

  private static final int DEEPEST = 6;
  private static final JsonFactory JSON = new JsonFactory();

  private final String text;
  private final boolean documents;
  private final String expected;
  private final JsonParser parser;

  private JsonLists(String text, boolean documents, String expected) throws IOException {
    this.text = text;
    this.documents = documents;
    this.expected = expected;
    parser = JSON.createParser(text);
  }

  /**
   * @param documents whether the elements are JSON themselves, so that there is one dimension only
   */
  static List<@Nullable Object> parse(String text, boolean documents, String expected) {
    try {
      JsonLists reading = new JsonLists(text, documents, expected);
      if (reading.parser.nextToken() == JsonToken.START_ARRAY) {
        List<@Nullable Object> list = reading.list(1);
        if (reading.parser.nextToken() == null) {
          return list;
        }
      }
    } catch (IOException e) {
      // Refused below.
    }
    throw Refusal.of(expected, text);
  }

  private List<@Nullable Object> list(int depth) throws IOException {
    if (depth > DEEPEST) {
      throw Refusal.of(expected, text);
    }
    List<@Nullable Object> list = new ArrayList<>();
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      boolean whole = documents && token != JsonToken.VALUE_NULL;
      list.add(whole || token == JsonToken.START_OBJECT ? document() : element(token, depth));
    }
    return list;
  }

  private JsonValue document() throws IOException {
    int from = (int) parser.currentTokenLocation().getCharOffset();
    parser.skipChildren();
    parser.finishToken();
    int to = (int) parser.currentLocation().getCharOffset();
    return new JsonValue(text.substring(from, to));
  }

  private @Nullable Object element(JsonToken token, int depth) throws IOException {
    return switch (token) {
      case START_ARRAY -> list(depth + 1);
      case VALUE_NULL -> null;
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_STRING -> parser.getText();
      case VALUE_NUMBER_INT ->
          parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
              ? parser.getDecimalValue()
              : (Object) parser.getLongValue();
      case VALUE_NUMBER_FLOAT -> parser.getDecimalValue();
      case START_OBJECT, END_OBJECT, END_ARRAY, FIELD_NAME, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
          throw Refusal.of(expected, text);
    };
  }
}
