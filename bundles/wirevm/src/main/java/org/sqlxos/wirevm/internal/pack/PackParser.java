package org.sqlxos.wirevm.internal.pack;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sqlxos.wirepack.api.IntrospectionQuery;
import org.sqlxos.wirepack.api.Language;
import org.sqlxos.wirepack.api.PackDescription;
import org.sqlxos.wirepack.api.Transport;
import org.sqlxos.wirevm.internal.auth.Functions;
import org.sqlxos.wirevm.internal.document.JsonSection;
import org.sqlxos.wirevm.internal.document.PackFault;
import org.sqlxos.wirevm.internal.value.Family;

/**
 * Reads a pack's document, format {@value #FORMAT}. A pack with faults is refused with all of them,
 * not with the first.
 */
public final class PackParser {

  /** The version of the language. */
  public static final int FORMAT = 1;

  private static final int MOST_BYTES = 4 << 20;
  private static final Pattern SCHEME = Pattern.compile("[a-z][a-z0-9+.-]*");
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*");
  private static final Set<IntrospectionQuery> OPTIONAL = Set.of(IntrospectionQuery.CHECKS);
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final List<PackFault> faults = new ArrayList<>();

  private final Functions functions;

  private PackParser(Functions functions) {
    this.functions = functions;
  }

  /** Reads a pack that needs no functions, or is not going to connect. */
  public static PackDocument parse(InputStream document) throws PackFaults, IOException {
    return parse(document, Functions.NONE);
  }

  /**
   * @param functions where the pack's functions are found when it connects
   * @throws PackFaults if the document is not a pack
   * @throws IOException if it cannot be read
   */
  public static PackDocument parse(InputStream document, Functions functions)
      throws PackFaults, IOException {
    byte[] bytes = document.readNBytes(MOST_BYTES + 1);
    if (bytes.length > MOST_BYTES) {
      throw new PackFaults(
          List.of(new PackFault("$", "at most " + MOST_BYTES + " bytes expected")));
    }
    PackParser parser = new PackParser(functions);
    PackDocument pack = parser.read(tree(bytes));
    if (pack == null || !parser.faults.isEmpty()) {
      throw new PackFaults(parser.faults);
    }
    return pack;
  }

  private static JsonNode tree(byte[] bytes) throws IOException, PackFaults {
    try {
      JsonNode tree = MAPPER.readTree(bytes);
      if (tree.isObject()) {
        return tree;
      }
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation();
      String where = at == null ? "" : ", line " + at.getLineNr() + " column " + at.getColumnNr();
      throw new PackFaults(
          List.of(
              new PackFault("$", "well-formed JSON expected: " + e.getOriginalMessage() + where)));
    }
    throw new PackFaults(List.of(new PackFault("$", "an object expected")));
  }

  private @Nullable PackDocument read(JsonNode tree) {
    JsonSection root = new JsonSection(tree, "$", faults);
    // For editors, which find the schema by it.
    root.optionalText("$schema");
    requireFormat(root);
    @Nullable Transport transport = root.choice("transport", Transport.class).orElse(null);
    @Nullable TransportSettings settings = transport == null ? null : settings(transport, root);
    @Nullable TransactionStatements transactions =
        root.section("transactions").map(TransactionsParser::read).orElse(null);
    boolean commands =
        settings instanceof WireSettings wire && wire.protocol().commands().isPresent();
    Map<IntrospectionQuery, Question> questions =
        commands
            ? root.section("introspection").map(QuestionParser::read).orElse(Map.of())
            : Map.of();
    PackDescription description =
        description(
            root,
            transport == null ? Transport.EMBEDDED : transport,
            commands,
            transactions != null && transactions.there());
    int writers = root.section("concurrency").map(PackParser::writers).orElse(0);
    List<ErrorRule> errors = ErrorTableParser.read(root.sections("errors"));
    // Over a wire every value has a type of the server's, which says how it is written.
    @Nullable ValueCodecs values =
        transport == Transport.WIRE
            ? new ValueCodecs(Map.of())
            : root.section("values").map(PackParser::values).orElse(null);
    root.end();
    return settings == null || transactions == null || values == null
        ? null
        : new PackDocument(description, settings, transactions, writers, errors, values, questions);
  }

  private static void requireFormat(JsonSection root) {
    if (root.optionalInteger("format").orElse(0) != FORMAT) {
      root.fault("format", "the number " + FORMAT + " expected, the only format this engine reads");
    }
  }

  private PackDescription description(
      JsonSection root, Transport transport, boolean commands, boolean transactional) {
    String name = root.text("name");
    if (!name.isBlank() && !NAME.matcher(name).matches()) {
      root.fault("name", "lower-case letters, digits and hyphens expected");
    }
    return new PackDescription(
        name,
        root.text("product"),
        schemes(root),
        transport,
        root.text("dialect"),
        root.textOrEmpty("defaultSchema"),
        commands
            ? Map.of()
            : root.section("introspection").map(PackParser::introspection).orElse(Map.of()),
        TypeTableParser.read(root.sections("types")),
        root.section("limits").map(PackParser::decimalDigits).orElse(0),
        root.has("language")
            ? root.section("language").map(LanguageParser::read).orElse(Language.STANDARD)
            : Language.STANDARD,
        transactional);
  }

  private static Set<String> schemes(JsonSection root) {
    List<String> schemes = root.texts("schemes");
    if (schemes.isEmpty()) {
      root.fault("schemes", "at least one scheme expected");
    }
    for (int i = 0; i < schemes.size(); i++) {
      if (!SCHEME.matcher(schemes.get(i)).matches()) {
        root.fault("schemes[" + i + "]", "a URL scheme in lower case expected");
      }
    }
    return new HashSet<>(schemes);
  }

  private @Nullable TransportSettings settings(Transport transport, JsonSection root) {
    return switch (transport) {
      case EMBEDDED -> root.section("embedded").map(PackParser::embedded).orElse(null);
      case WIRE ->
          root.section("wire").map(wire -> ProtocolParser.read(wire, functions)).orElse(null);
      case JDBC -> {
        root.fault("transport", "embedded or wire expected, the transports this engine has so far");
        yield null;
      }
    };
  }

  private static TransportSettings embedded(JsonSection section) {
    EmbeddedSettings settings =
        new EmbeddedSettings(
            section.text("driver"),
            section.text("url"),
            section.flag("existingFile"),
            section.section("properties").map(JsonSection::allTexts).orElse(Map.of()),
            section.texts("onConnect"));
    if (!settings.url().isBlank() && !settings.url().contains("${rest}")) {
      section.fault("url", "${rest} expected somewhere in it, the place of what the user gives");
    }
    section.end();
    return settings;
  }

  private static int writers(JsonSection section) {
    int writers = section.optionalInteger("writers").orElse(0);
    if (writers < 0) {
      section.fault("writers", "0 or more expected, 0 meaning any number");
    }
    section.end();
    return writers;
  }

  private static int decimalDigits(JsonSection section) {
    int digits = section.optionalInteger("decimalDigits").orElse(0);
    if (digits < 0) {
      section.fault("decimalDigits", "0 or more expected, 0 meaning as many as declared");
    }
    section.end();
    return digits;
  }

  private static ValueCodecs values(JsonSection section) {
    Map<Family, ValueCodec> codecs = new EnumMap<>(Family.class);
    for (Family family : Family.values()) {
      String key = JsonSection.written(family);
      section
          .optionalText(key)
          .flatMap(_ -> section.choice(key, ValueCodec.class))
          .ifPresent(codec -> codecs.put(family, codec));
    }
    section.end();
    return new ValueCodecs(codecs);
  }

  private static Map<IntrospectionQuery, String> introspection(JsonSection section) {
    Map<IntrospectionQuery, String> statements = new EnumMap<>(IntrospectionQuery.class);
    for (IntrospectionQuery query : IntrospectionQuery.values()) {
      String key = IntrospectionKeys.of(query);
      Optional<String> statement = section.optionalLines(key);
      statement.ifPresent(text -> statements.put(query, text));
      if (statement.isEmpty() && !section.has(key) && !OPTIONAL.contains(query)) {
        section.fault(key, "missing; a statement expected");
      }
    }
    section.end();
    return statements;
  }
}
