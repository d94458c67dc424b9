package org.sqlxos.wirevm.internal.document;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Reads a document that has to be one JSON object without double keys. */
public final class JsonDocument {

  private static final int MOST_BYTES = 4 << 20;
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private JsonDocument() {}

  /**
   * @throws PackFaults if it is no such object
   * @throws IOException if it cannot be read
   */
  public static JsonNode read(InputStream document) throws PackFaults, IOException {
    byte[] bytes = document.readNBytes(MOST_BYTES + 1);
    if (bytes.length > MOST_BYTES) {
      throw refused("at most " + MOST_BYTES + " bytes expected");
    }
    try {
      JsonNode tree = MAPPER.readTree(bytes);
      if (tree.isObject()) {
        return tree;
      }
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation();
      String where = at == null ? "" : ", line " + at.getLineNr() + " column " + at.getColumnNr();
      throw refused("well-formed JSON expected: " + e.getOriginalMessage() + where);
    }
    throw refused("an object expected");
  }

  private static PackFaults refused(String expected) {
    return new PackFaults(List.of(new PackFault("$", expected)));
  }
}
