package org.sqlxos.wirevm.internal.pack;

import com.fasterxml.jackson.databind.JsonNode;
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
import org.sqlxos.wirevm.internal.document.JsonDocument;
import org.sqlxos.wirevm.internal.document.JsonSection;
import org.sqlxos.wirevm.internal.document.PackFault;
import org.sqlxos.wirevm.internal.document.PackFaults;
import org.sqlxos.wirevm.internal.value.Family;

/**
 * Reads a pack's document, format {@value #FORMAT}. A pack with faults is refused with all of them,
 * not with the first.
 */
public final class PackParser {

  /** The version of the language. */
  public static final int FORMAT = 1;

  private static final Pattern SCHEME = Pattern.compile("(?:jdbc:)?[a-z][a-z0-9+.-]*");
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*");
  private static final Set<IntrospectionQuery> OPTIONAL =
      Set.of(
          IntrospectionQuery.CHECKS,
          IntrospectionQuery.TEXT_INDEXES,
          IntrospectionQuery.ROUTINES,
          IntrospectionQuery.PARAMETERS);

  private final List<PackFault> faults = new ArrayList<>();

  private final Functions functions;
  private final Map<IntrospectionQuery, Survey> surveys = new EnumMap<>(IntrospectionQuery.class);

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
    return parse(JsonDocument.read(document), functions);
  }

  /** The same of a tree that is there already. */
  public static PackDocument parse(JsonNode tree, Functions functions) throws PackFaults {
    PackParser parser = new PackParser(functions);
    PackDocument pack = parser.read(tree);
    if (pack == null || !parser.faults.isEmpty()) {
      throw new PackFaults(parser.faults);
    }
    return pack;
  }

  private @Nullable PackDocument read(JsonNode tree) {
    JsonSection root = new JsonSection(tree, "$", faults);
    // For editors, which find the schema by it.
    root.optionalText("$schema");
    // For readers: where it is documented what the pack says.
    root.optionalText("source");
    requireFormat(root);
    @Nullable Transport transport = root.choice("transport", Transport.class).orElse(null);
    @Nullable TransportSettings settings = transport == null ? null : settings(transport, root);
    Transport known = transport == null ? Transport.EMBEDDED : transport;
    @Nullable Transacting transactions =
        root.section("transactions")
            .map(section -> TransactionsParser.read(section, known))
            .orElse(null);
    boolean commands =
        settings instanceof WireSettings wire && wire.protocol().commands().isPresent();
    Map<IntrospectionQuery, Question> questions =
        commands
            ? root.section("introspection").map(QuestionParser::read).orElse(Map.of())
            : Map.of();
    Map<IntrospectionQuery, String> statements =
        commands
            ? Map.of()
            : root.section("introspection")
                .map(section -> introspection(section, described(settings)))
                .orElse(Map.of());
    Transacting transacting = transactions == null ? TransactionStatements.NONE : transactions;
    PackDescription description = description(root, known, statements, transacting);
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
        : new PackDocument(
            description, settings, transactions, writers, errors, values, surveys, questions);
  }

  private static void requireFormat(JsonSection root) {
    if (root.optionalInteger("format").orElse(0) != FORMAT) {
      root.fault("format", "the number " + FORMAT + " expected, the only format this engine reads");
    }
  }

  private PackDescription description(
      JsonSection root,
      Transport transport,
      Map<IntrospectionQuery, String> statements,
      Transacting transactions) {
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
        statements,
        TypeTableParser.read(root.sections("types")),
        root.section("limits").map(PackParser::decimalDigits).orElse(0),
        root.has("language")
            ? root.section("language").map(LanguageParser::read).orElse(Language.STANDARD)
            : Language.STANDARD,
        transactions.there(),
        transactions.alone(),
        root.has("changes") ? root.section("changes").map(ChangesParser::read) : Optional.empty());
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
      case EMBEDDED ->
          root.section("embedded")
              .map(section -> DriverSettingsParser.embedded(section, metadata(root)))
              .orElse(null);
      case JDBC ->
          root.section("jdbc")
              .map(section -> DriverSettingsParser.jdbc(section, metadata(root)))
              .orElse(null);
      case WIRE ->
          root.section("wire").map(wire -> ProtocolParser.read(wire, functions)).orElse(null);
    };
  }

  private static Optional<MetadataSettings> metadata(JsonSection root) {
    return root.node("introspection")
        .filter(section -> section.path("metadata").isObject())
        .map(
            section ->
                DriverSettingsParser.metadata(
                    root.within("introspection.metadata", section.get("metadata"))));
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

  /** Whether the driver answers where the pack has no statement. */
  private static boolean described(@Nullable TransportSettings settings) {
    return settings instanceof DriverSettings driver && driver.metadata().isPresent();
  }

  private Map<IntrospectionQuery, String> introspection(JsonSection section, boolean described) {
    // Read with the transport.
    section
        .node("metadata")
        .filter(_ -> !described)
        .ifPresent(_ -> section.fault("metadata", "nothing expected: there is no driver to ask"));
    Map<IntrospectionQuery, String> statements = new EnumMap<>(IntrospectionQuery.class);
    for (IntrospectionQuery query : IntrospectionQuery.values()) {
      String key = IntrospectionKeys.of(query);
      if (section.node(key).filter(JsonNode::isObject).isPresent()) {
        section.section(key).ifPresent(survey -> surveys.put(query, survey(survey)));
        continue;
      }
      Optional<String> statement = section.optionalLines(key);
      statement.ifPresent(text -> statements.put(query, text));
      if (statement.isEmpty() && !described && !section.has(key) && !OPTIONAL.contains(query)) {
        section.fault(key, "missing; a statement expected");
      }
    }
    section.end();
    return statements;
  }

  private static Survey survey(JsonSection section) {
    Survey survey =
        new Survey(
            section.texts("each"),
            section.has("parameters") ? section.texts("parameters") : List.of(),
            section.optionalInteger("ordinals").orElse(0));
    section.end();
    return survey;
  }
}
