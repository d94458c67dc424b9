package org.sqlxos.rest.internal.write;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** RFC 7396: a document with what a patch has in it, and without what is null there. */
final class MergePatch {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private MergePatch() {}

  /**
   * Applies a patch.
   *
   * @param document well-formed JSON; null where there is none yet
   * @param patch well-formed JSON
   */
  static String apply(@Nullable Object document, String patch) {
    try {
      JsonNode target = document == null ? null : JSON.readTree(document.toString());
      return JSON.writeValueAsString(merged(target, JSON.readTree(patch)));
    } catch (JsonProcessingException e) {
      // Both come from who wrote them as JSON; what a database kept otherwise is replaced.
      return patch;
    }
  }

  private static JsonNode merged(@Nullable JsonNode target, JsonNode patch) {
    if (!(patch instanceof ObjectNode changes)) {
      return patch;
    }
    ObjectNode result = target instanceof ObjectNode object ? object : JSON.createObjectNode();
    changes
        .properties()
        .forEach(
            change -> {
              if (change.getValue().isNull()) {
                result.remove(change.getKey());
              } else {
                JsonNode value = merged(result.get(change.getKey()), change.getValue());
                result.set(change.getKey(), value);
              }
            });
    return result;
  }
}
