package org.sqlxos.wirevm.internal.tree;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.sqlxos.wirevm.internal.WireProblem;

/**
 * Reads JSON as a tree. An object with one key that a tag has for its wrapper is a value of that
 * tag; {@code {"$parameter": 1}} and {@code {"$parameter": [1, "tag"]}} are places of parameters.
 */
public final class TreeJsonReader {

  private static final String PARAMETER = "$parameter";
  private static final String STATEMENT = "$statement";
  private static final String VARIABLE = "$variable";
  private static final String WHEN = "$when";
  private static final String DOCUMENT = "json";

  /** Whether places are known here, or the text is a caller's data. */
  public enum Source {
    /** A statement of a stage, with places of parameters. */
    STATEMENT,
    /** A message of a pack, with variables as {@code "$name"}. */
    PACK,
    /** A value: nothing in it is a place. */
    DATA
  }

  private final TreeLayout layout;
  private final Source source;
  private final ToIntFunction<String> variables;
  private final ObjectMapper mapper;

  /**
   * @param variables the places of variables, for {@link Source#PACK}
   */
  public TreeJsonReader(TreeLayout layout, Source source, ToIntFunction<String> variables) {
    this.layout = layout;
    this.source = source;
    this.variables = variables;
    this.mapper =
        JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    mapper
        .getFactory()
        .setStreamReadConstraints(
            StreamReadConstraints.builder().maxNestingDepth(layout.deepest()).build());
  }

  /** A reader of values. */
  public static TreeJsonReader ofData(TreeLayout layout) {
    return new TreeJsonReader(layout, Source.DATA, _ -> -1);
  }

  /** Reads a document. */
  public TreeTemplate read(String text) {
    try {
      return template(mapper.readTree(text));
    } catch (JsonProcessingException e) {
      throw WireProblem.STATEMENT_MALFORMED.problem(
          "A statement or value is no JSON: " + e.getOriginalMessage(),
          "Check its quotes, and that it is nested at most %d deep.".formatted(layout.deepest()));
    }
  }

  /** Reads a document that has been parsed. */
  public TreeTemplate template(JsonNode node) {
    return switch (node.getNodeType()) {
      case NULL, MISSING -> new TreeTemplate.Constant(null);
      case BOOLEAN -> new TreeTemplate.Constant(node.booleanValue());
      case NUMBER -> new TreeTemplate.Constant(number(node));
      case STRING -> text(node.textValue());
      case ARRAY -> {
        List<TreeTemplate> items = new ArrayList<>(node.size());
        node.forEach(item -> items.add(template(item)));
        yield new TreeTemplate.Items(items);
      }
      case OBJECT -> object(node);
      case BINARY, POJO -> throw new IllegalStateException("JSON has no such thing");
    };
  }

  private static Object number(JsonNode node) {
    if (node.isIntegralNumber()) {
      return node.canConvertToLong() ? node.longValue() : new BigDecimal(node.bigIntegerValue());
    }
    // Whoever wants an exact number says so with its wrapper.
    return node.doubleValue();
  }

  private TreeTemplate text(String text) {
    if (source == Source.PACK && text.startsWith("$") && text.length() > 1) {
      return new TreeTemplate.Variable(variables.applyAsInt(text.substring(1)));
    }
    return new TreeTemplate.Constant(text);
  }

  private TreeTemplate object(JsonNode node) {
    List<TreeTemplate.Entry> entries = entries(node);
    if (node.size() == 1) {
      Map.Entry<String, JsonNode> only = node.properties().iterator().next();
      Optional<TreeTemplate> special = special(only.getKey(), only.getValue());
      if (special.isPresent()) {
        return special.get();
      }
    }
    return new TreeTemplate.Named(entries);
  }

  private List<TreeTemplate.Entry> entries(JsonNode node) {
    List<TreeTemplate.Entry> entries = new ArrayList<>(node.size());
    node.properties()
        .forEach(
            entry ->
                entries.add(new TreeTemplate.Entry(entry.getKey(), template(entry.getValue()))));
    return entries;
  }

  private Optional<TreeTemplate> special(String key, JsonNode value) {
    if (source == Source.STATEMENT && key.equals(PARAMETER)) {
      return Optional.of(parameter(value));
    }
    if (source == Source.PACK && key.equals(STATEMENT)) {
      return Optional.of(new TreeTemplate.Statement(entries(value)));
    }
    if (source == Source.PACK && key.equals(VARIABLE)) {
      return Optional.of(new TreeTemplate.Variable(variables.applyAsInt(value.asText())));
    }
    if (source == Source.PACK && key.equals(WHEN) && value.size() == 2) {
      int place = variables.applyAsInt(value.get(0).asText().replaceFirst("^\\$", ""));
      return Optional.of(new TreeTemplate.When(place, template(value.get(1))));
    }
    return layout.wrapped(key).flatMap(tag -> wrapped(tag, value));
  }

  private Optional<TreeTemplate> wrapped(TreeTag tag, JsonNode value) {
    if (tag.holds() == TreeTag.Holds.PARTS) {
      return value.isObject()
          ? Optional.of(new TreeTemplate.Parts(tag, entries(value)))
          : Optional.empty();
    }
    return switch (value.getNodeType()) {
      case STRING -> Optional.of(new TreeTemplate.Tagged(tag, value.textValue()));
      case NUMBER -> Optional.of(new TreeTemplate.Tagged(tag, number(value)));
      case ARRAY, BINARY, BOOLEAN, MISSING, NULL, OBJECT, POJO -> Optional.empty();
    };
  }

  private TreeTemplate parameter(JsonNode value) {
    JsonNode number = value.isArray() ? value.path(0) : value;
    if (!number.isInt() || number.intValue() < 1) {
      throw WireProblem.STATEMENT_MALFORMED.problem(
          "A parameter has no number", "Write {\"$parameter\": 1} for the first.");
    }
    String as = value.isArray() ? value.path(1).asText() : "";
    if (as.isEmpty()) {
      return new TreeTemplate.Parameter(number.intValue(), Optional.empty());
    }
    if (as.equals(DOCUMENT)) {
      return new TreeTemplate.Document(number.intValue());
    }
    Optional<TreeTag> tag = layout.find(as);
    if (tag.isEmpty()) {
      throw WireProblem.STATEMENT_MALFORMED.problem(
          "There is no type \"%s\" for a parameter".formatted(as),
          "Leave it out: the value's own class decides.");
    }
    return new TreeTemplate.Parameter(number.intValue(), tag);
  }
}
