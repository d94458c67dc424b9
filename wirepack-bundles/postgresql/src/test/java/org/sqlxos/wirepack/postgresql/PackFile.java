package org.sqlxos.wirepack.postgresql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sqlxos.type.api.UniversalType;

/** The pack's document, read without the engine. */
record PackFile(JsonNode root) {

  /**
   * What a rule says of an error.
   *
   * @param detail what a caller is told in the database's own words
   */
  record Meaning(String kind, Optional<String> detail) {}

  static PackFile read() {
    try (InputStream in = PackFile.class.getResourceAsStream("/wirepack.json")) {
      return new PackFile(new ObjectMapper().readTree(Objects.requireNonNull(in)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String statement(String question) {
    JsonNode statement = root.path("introspection").path(question);
    if (statement.isTextual()) {
      return statement.textValue();
    }
    List<String> lines = new ArrayList<>();
    statement.forEach(line -> lines.add(line.textValue()));
    return String.join("\n", lines);
  }

  /** The first rule whose pattern matches, and that gives a type. */
  String universal(String nativeType) {
    for (JsonNode rule : root.path("types")) {
      Matcher matcher =
          Pattern.compile(rule.path("native").textValue(), Pattern.CASE_INSENSITIVE)
              .matcher(nativeType);
      if (matcher.matches()) {
        try {
          String type = filled(rule.path("type").textValue(), matcher);
          return UniversalType.parse(type).notation();
        } catch (IllegalArgumentException e) {
          // No such type: the next rule has its turn.
        }
      }
    }
    return "";
  }

  Meaning meaning(String state, String message) {
    for (JsonNode rule : root.path("errors")) {
      if (!state.matches(rule.path("state").textValue())) {
        continue;
      }
      Optional<String> detail = Optional.ofNullable(rule.path("detail").textValue());
      if (!rule.has("message")) {
        return new Meaning(rule.path("kind").textValue(), detail);
      }
      Matcher matcher = Pattern.compile(rule.path("message").textValue()).matcher(message);
      if (matcher.find()) {
        return new Meaning(
            rule.path("kind").textValue(), detail.map(text -> filled(text, matcher)));
      }
    }
    return new Meaning("", Optional.empty());
  }

  private static String filled(String text, Matcher matcher) {
    String result = text;
    for (int group = 1; group <= matcher.groupCount(); group++) {
      String value = matcher.group(group);
      result = result.replace("$" + group, value == null ? "" : value);
    }
    return result;
  }
}
