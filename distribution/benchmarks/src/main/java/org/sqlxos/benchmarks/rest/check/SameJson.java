package org.sqlxos.benchmarks.rest.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Compares two documents field by field. What may differ is the order of members, and how an
 * instant is written.
 */
final class SameJson {

  private SameJson() {}

  /** Where they first differ, and how; nothing if they say the same. */
  static Optional<String> difference(JsonNode expected, JsonNode found) {
    return Optional.ofNullable(difference("", expected, found));
  }

  private static @Nullable String difference(String pointer, JsonNode expected, JsonNode found) {
    if (expected.getNodeType() == found.getNodeType()) {
      if (expected.isObject()) {
        return members(pointer, expected, found);
      }
      if (expected.isArray()) {
        return elements(pointer, expected, found);
      }
    }
    return same(expected, found) ? null : told(pointer, expected.toString(), found.toString());
  }

  private static @Nullable String members(String pointer, JsonNode expected, JsonNode found) {
    Set<String> names = names(expected);
    if (!names.equals(names(found))) {
      return told(pointer, "members " + names, "members " + names(found));
    }
    return names.stream()
        .map(name -> difference(pointer + "/" + name, expected.get(name), found.get(name)))
        .filter(each -> each != null)
        .findFirst()
        .orElse(null);
  }

  private static Set<String> names(JsonNode object) {
    return object
        .propertyStream()
        .map(property -> property.getKey())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static @Nullable String elements(String pointer, JsonNode expected, JsonNode found) {
    if (expected.size() != found.size()) {
      return told(pointer, expected.size() + " elements", found.size() + " elements");
    }
    for (int i = 0; i < expected.size(); i++) {
      String difference = difference(pointer + "/" + i, expected.get(i), found.get(i));
      if (difference != null) {
        return difference;
      }
    }
    return null;
  }

  private static boolean same(JsonNode expected, JsonNode found) {
    if (expected.getNodeType() == JsonNodeType.STRING && found.isTextual()) {
      return expected.equals(found)
          || instant(expected.asText())
              .flatMap(wanted -> instant(found.asText()).map(wanted::equals))
              .orElse(false);
    }
    return expected.equals(found);
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static String told(String pointer, String expected, String found) {
    return "'%s': expected %s, found %s".formatted(pointer, expected, found);
  }
}
