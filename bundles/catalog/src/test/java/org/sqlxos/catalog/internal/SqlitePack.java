package org.sqlxos.catalog.internal;

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
import java.util.Set;
import java.util.regex.Pattern;
import org.sqlxos.wirepack.api.IntrospectionQuery;
import org.sqlxos.wirepack.api.PackDescription;
import org.sqlxos.wirepack.api.Transport;
import org.sqlxos.wirepack.api.TypeRule;

/** What the real pack says, read without an engine. */
public final class SqlitePack {

  private SqlitePack() {}

  public static PackDescription read() {
    try (InputStream in = SqlitePack.class.getResourceAsStream("/wirepack.json")) {
      JsonNode pack = new ObjectMapper().readTree(in);
      Map<IntrospectionQuery, String> statements = new EnumMap<>(IntrospectionQuery.class);
      pack.get("introspection")
          .properties()
          .forEach(entry -> statements.put(query(entry.getKey()), text(entry.getValue())));
      List<TypeRule> types = new ArrayList<>();
      for (JsonNode rule : pack.get("types")) {
        types.add(
            new TypeRule(Pattern.compile(rule.get("native").asText()), rule.get("type").asText()));
      }
      return new PackDescription(
          "sqlite",
          "SQLite",
          Set.of("sqlite"),
          Transport.EMBEDDED,
          "sqlite",
          "main",
          statements,
          types,
          pack.get("limits").get("decimalDigits").asInt());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
