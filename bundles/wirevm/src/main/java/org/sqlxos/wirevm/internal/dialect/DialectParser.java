package org.sqlxos.wirevm.internal.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sqlxos.dialect.api.Dialect;
import org.sqlxos.dialect.api.Syntax;
import org.sqlxos.wirevm.internal.document.JsonSection;
import org.sqlxos.wirevm.internal.document.PackFault;
import org.sqlxos.wirevm.internal.document.PackFaults;
import org.sqlxos.wirevm.internal.value.Family;

/**
 * Makes a dialect of its document, and of the dialect that it differs from. All faults are told.
 */
public final class DialectParser {

  private static final Pattern FUNCTION = Pattern.compile("[a-z][a-z0-9_]*");
  private static final Pattern PLACE = Pattern.compile("\\$([1-9])");

  private final List<PackFault> faults = new ArrayList<>();
  private final Optional<Dialect> base;

  private DialectParser(Optional<Dialect> base) {
    this.base = base;
  }

  /**
   * @param base the dialect that the document names
   * @throws PackFaults if the document has faults
   */
  public static Dialect parse(DialectDocument document, Optional<Dialect> base) throws PackFaults {
    DialectParser parser = new DialectParser(base);
    Dialect dialect = parser.read(document.tree());
    if (!parser.faults.isEmpty()) {
      throw new PackFaults(parser.faults);
    }
    return dialect;
  }

  private Dialect read(JsonNode tree) {
    JsonSection root = new JsonSection(tree, "$", faults);
    root.optionalText("$schema");
    root.optionalText("source");
    root.optionalInteger("format");
    root.optionalText("extends");
    root.text("name");
    Optional<Syntax> syntax =
        root.has("syntax") || base.isEmpty()
            ? root.section("syntax").map(section -> syntax(section))
            : base.map(Dialect::syntax);
    Map<String, String> functions = new HashMap<>(base.map(Dialect::functions).orElse(Map.of()));
    if (root.has("functions") || base.isEmpty()) {
      root.section("functions").ifPresent(section -> functions(section, functions));
    }
    List<ColumnRule> columns = new ArrayList<>();
    if (root.has("types") || base.isEmpty()) {
      root.sections("types").forEach(row -> columns.add(column(row)));
    }
    // Its rows rather than what it makes of them: elements of arrays are this dialect's columns.
    if (base.orElse(null) instanceof DeclaredDialect declared) {
      columns.addAll(declared.columns());
    }
    if (base.isEmpty()) {
      requireAll(root, columns);
    }
    root.end();
    return new DeclaredDialect(
        syntax.orElseGet(() -> SyntaxParser.UNREAD), functions, columns, base);
  }

  private Syntax syntax(JsonSection section) {
    return new SyntaxParser(section, base.map(Dialect::syntax)).read();
  }

  /** A function of the base that this dialect has not is null here. */
  private static void functions(JsonSection section, Map<String, String> functions) {
    for (String name : section.names()) {
      if (!FUNCTION.matcher(name).matches()) {
        section.fault(name, "a function's universal name expected, in lower case");
      }
      Optional<JsonNode> node = section.node(name);
      if (node.filter(JsonNode::isNull).isPresent()) {
        functions.remove(name);
      } else {
        section.optionalText(name).ifPresent(call -> functions.put(name, call));
      }
    }
    section.end();
  }

  private static ColumnRule column(JsonSection row) {
    TypeMatch match = match(row);
    String column = row.textOrEmpty("column");
    Matcher place = PLACE.matcher(column);
    while (place.find()) {
      boolean known =
          switch (match.of()) {
            case DECIMAL -> place.group(1).equals("1") || place.group(1).equals("2");
            case BOOLEAN, DATE, INTERVAL, UUID, JSON, ANY -> false;
            default -> place.group(1).equals("1");
          };
      if (!known) {
        row.fault("column", "there is no " + place.group() + " of this family");
      }
    }
    row.end();
    return new ColumnRule(match, column);
  }

  private static TypeMatch match(JsonSection row) {
    Family of = row.choice("of", Family.class).orElse(Family.ANY);
    Optional<TypeMatch> element = Optional.empty();
    if (of == Family.ARRAY && row.has("element")) {
      element =
          row.section("element")
              .map(
                  section -> {
                    TypeMatch match = match(section);
                    section.end();
                    return match;
                  });
    }
    return new TypeMatch(
        of,
        row.optionalInteger("atMost"),
        row.optionalInteger("scaleAtMost"),
        row.optionalPattern("labels", Pattern.DOTALL),
        element);
  }

  /** Every type has a column type, so every family has a row that takes what is left. */
  private static void requireAll(JsonSection root, List<ColumnRule> columns) {
    Set<Family> missing = EnumSet.allOf(Family.class);
    columns.stream()
        .filter(ColumnRule::unconditional)
        .forEach(rule -> missing.remove(rule.match().of()));
    if (!missing.isEmpty()) {
      List<String> names = missing.stream().map(family -> JsonSection.written(family)).toList();
      root.fault("types", "a row without conditions expected for " + String.join(", ", names));
    }
  }
}
