package org.sqlxos.wirevm.internal.value;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sqlxos.operation.api.JsonValue;
import org.sqlxos.operation.api.ValueKind;
import org.sqlxos.wirevm.internal.frame.FrameOutput;

/**
 * A JSON document in UTF-8, maybe with a byte before it that tells the version of this layout. A
 * server that has a JSON type is trusted to keep documents only; for others, each is checked and is
 * TEXT where it is none.
 */
public final class JsonFormat extends ValueFormat {

  private static final String TYPE = "A JSON document";
  private static final int NO_VERSION = -1;
  private static final JsonFactory JSON = new JsonFactory();

  private final int version;
  private final boolean check;

  private JsonFormat(int version, boolean check) {
    this.version = version;
    this.check = check;
  }

  static JsonFormat versioned(int version) {
    return new JsonFormat(version, false);
  }

  static JsonFormat trusted() {
    return new JsonFormat(NO_VERSION, false);
  }

  static JsonFormat checked() {
    return new JsonFormat(NO_VERSION, true);
  }

  @Override
  public int width() {
    return PREFIXED;
  }

  @Override
  public ValueKind kind(byte[] bytes, int offset, int length) {
    return check && !isWellFormed(bytes, offset, length) ? ValueKind.TEXT : ValueKind.JSON;
  }

  @Override
  public ValueText text(byte[] bytes, int offset, int length, ValueText to) {
    if (version == NO_VERSION) {
      return to.utf8(bytes, offset, length);
    }
    if (length < 2 || (bytes[offset] & 0xff) != version) {
      throw Malformed.content(TYPE);
    }
    return to.utf8(bytes, offset + 1, length - 1);
  }

  @Override
  public void write(Object value, FrameOutput to) {
    String document =
        switch (value) {
          case String text -> text;
          case JsonValue json -> json.text();
          case List<?> list -> JsonText.array(list, TYPE);
          case Boolean _, Long _, Integer _, Double _, BigDecimal _, BigInteger _ ->
              JsonText.scalar(value, TYPE);
          default -> throw Refusal.of(TYPE, value);
        };
    if (version != NO_VERSION) {
      to.putByte(version);
    }
    to.putUtf8(Given.encodable(document, TYPE));
  }

  private static boolean isWellFormed(byte[] bytes, int offset, int length) {
    try (JsonParser parser = JSON.createParser(bytes, offset, length)) {
      int depth = 0;
      @Nullable JsonToken token = parser.nextToken();
      if (token == null) {
        return false;
      }
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
