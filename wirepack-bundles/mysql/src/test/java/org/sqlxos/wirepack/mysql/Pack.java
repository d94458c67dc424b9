package org.sqlxos.wirepack.mysql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.sqlxos.wirepack.api.IntrospectionQuery;
import org.sqlxos.wirepack.api.PackDescription;
import org.sqlxos.wirepack.api.Transport;
import org.sqlxos.wirepack.api.TypeRule;

/** What the pack says, read without an engine. */
final class Pack {

  static final JsonNode DOCUMENT = document();

  private Pack() {}

  private static JsonNode document() {
    try (InputStream in = Pack.class.getResourceAsStream("/wirepack.json")) {
      return new ObjectMapper().readTree(Objects.requireNonNull(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static PackDescription description() {
    Map<IntrospectionQuery, String> statements = new EnumMap<>(IntrospectionQuery.class);
    DOCUMENT
        .get("introspection")
        .properties()
        .forEach(entry -> statements.put(query(entry.getKey()), text(entry.getValue())));
    List<TypeRule> types = new ArrayList<>();
    for (JsonNode rule : DOCUMENT.get("types")) {
      types.add(
          new TypeRule(Pattern.compile(rule.get("native").asText()), rule.get("type").asText()));
    }
    return new PackDescription(
        "mysql",
        "MySQL",
        Set.of("mysql", "mariadb"),
        Transport.WIRE,
        "mysql",
        DOCUMENT.get("defaultSchema").asText(),
        statements,
        types,
        DOCUMENT.get("limits").get("decimalDigits").asInt());
  }

  private static IntrospectionQuery query(String key) {
    return IntrospectionQuery.valueOf(key.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT));
  }

  private static String text(JsonNode statement) {
    if (!statement.isArray()) {
      return statement.asText();
    }
    List<String> lines = new ArrayList<>();
    statement.forEach(line -> lines.add(line.asText()));
    return String.join("\n", lines);
  }
}
