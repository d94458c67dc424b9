package org.sqlxos.wirevm.internal.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * An object of the document. Each getter notes what is wrong and goes on with something harmless,
 * so that one reading finds every fault; {@link #end} notes the keys that nobody asked for.
 */
public final class JsonSection {

  private final JsonNode object;
  private final String path;
  private final List<PackFault> faults;
  private final Set<String> known = new HashSet<>();

  public JsonSection(JsonNode object, String path, List<PackFault> faults) {
    this.object = object;
    this.path = path;
    this.faults = faults;
  }

  public String path(String key) {
    return path + "." + key;
  }

  public void fault(String key, String expected) {
    faults.add(new PackFault(path(key), expected));
  }

  public boolean has(String key) {
    return object.has(key);
  }

  public String text(String key) {
    JsonNode value = required(key, JsonNodeType.STRING);
    return value == null ? "" : nonBlank(key, value.textValue());
  }

  /** A text that has to be there, though it may be empty. */
  public String textOrEmpty(String key) {
    JsonNode value = required(key, JsonNodeType.STRING);
    return value == null ? "" : value.textValue();
  }

  public Optional<String> optionalText(String key) {
    JsonNode value = optional(key, JsonNodeType.STRING);
    return value == null ? Optional.empty() : Optional.of(nonBlank(key, value.textValue()));
  }

  private String nonBlank(String key, String text) {
    if (text.isBlank()) {
      fault(key, "text expected, it is empty");
    }
    return text;
  }

  public Optional<Pattern> optionalPattern(String key, int flags) {
    return optionalText(key).map(text -> pattern(key, text, flags));
  }

  /** A regular expression; an empty text is one too. */
  public Pattern pattern(String key, int flags) {
    JsonNode value = required(key, JsonNodeType.STRING);
    return pattern(key, value == null ? "" : value.textValue(), flags);
  }

  private Pattern pattern(String key, String text, int flags) {
    try {
      return Pattern.compile(text, flags);
    } catch (PatternSyntaxException e) {
      fault(key, "a regular expression expected: " + e.getDescription() + " at " + e.getIndex());
      return Pattern.compile("");
    }
  }

  public boolean flag(String key) {
    JsonNode value = optional(key, JsonNodeType.BOOLEAN);
    return value != null && value.booleanValue();
  }

  public OptionalInt optionalInteger(String key) {
    JsonNode value = optional(key, JsonNodeType.NUMBER);
    if (value == null) {
      return OptionalInt.empty();
    }
    if (!value.isIntegralNumber() || !value.canConvertToInt()) {
      fault(key, "a whole number of 32 bits expected, not " + value);
      return OptionalInt.empty();
    }
    return OptionalInt.of(value.intValue());
  }

  public <E extends Enum<E>> Optional<E> choice(String key, Class<E> type) {
    String text = text(key);
    for (E constant : type.getEnumConstants()) {
      if (written(constant).equals(text)) {
        return Optional.of(constant);
      }
    }
    if (!text.isBlank()) {
      fault(key, "one of " + choices(type) + " expected, not \"" + text + "\"");
    }
    return Optional.empty();
  }

  public List<String> texts(String key) {
    JsonNode value = required(key, JsonNodeType.ARRAY);
    List<String> texts = new ArrayList<>();
    for (int i = 0; value != null && i < value.size(); i++) {
      if (value.get(i).isTextual()) {
        texts.add(value.get(i).textValue());
      } else {
        fault(key + "[" + i + "]", "text expected, not " + describe(value.get(i)));
      }
    }
    return texts;
  }

  public List<JsonSection> sections(String key) {
    JsonNode value = required(key, JsonNodeType.ARRAY);
    List<JsonSection> sections = new ArrayList<>();
    for (int i = 0; value != null && i < value.size(); i++) {
      String place = key + "[" + i + "]";
      if (value.get(i).isObject()) {
        sections.add(new JsonSection(value.get(i), path(place), faults));
      } else {
        fault(place, "an object expected, not " + describe(value.get(i)));
      }
    }
    return sections;
  }

  /** The object under a key; an empty one, with its faults, where there is none. */
  public Optional<JsonSection> section(String key) {
    JsonNode value = required(key, JsonNodeType.OBJECT);
    return Optional.ofNullable(value).map(found -> new JsonSection(found, path(key), faults));
  }

  /** The objects under a key by their names; none where there is no such key. */
  public Map<String, JsonSection> namedSections(String key) {
    JsonNode value = optional(key, JsonNodeType.OBJECT);
    Map<String, JsonSection> sections = new LinkedHashMap<>();
    if (value != null) {
      value
          .properties()
          .forEach(
              entry -> {
                String place = key + "." + entry.getKey();
                if (entry.getValue().isObject()) {
                  sections.put(
                      entry.getKey(), new JsonSection(entry.getValue(), path(place), faults));
                } else {
                  fault(place, "an object expected, not " + describe(entry.getValue()));
                }
              });
    }
    return sections;
  }

  /** The keys of this object. */
  public List<String> names() {
    return object.properties().stream().map(Map.Entry::getKey).toList();
  }

  /** Any JSON under a key. */
  public Optional<JsonNode> node(String key) {
    known.add(key);
    return Optional.ofNullable(object.get(key));
  }

  /** An object that was found somewhere in this one, as a section of its own. */
  public JsonSection within(String place, JsonNode found) {
    return new JsonSection(found, path(place), faults);
  }

  /** A text; a long one may be written as an array of its lines. */
  public Optional<String> optionalLines(String key) {
    JsonNode value = object.get(key);
    if (value == null || !value.isArray()) {
      return optionalText(key);
    }
    return Optional.of(nonBlank(key, String.join("\n", texts(key))));
  }

  /** All keys with text values. */
  public Map<String, String> allTexts() {
    Map<String, String> texts = new LinkedHashMap<>();
    object
        .fieldNames()
        .forEachRemaining(key -> optionalText(key).ifPresent(t -> texts.put(key, t)));
    return texts;
  }

  /** Nothing more is asked of this object: what is left over is unknown. */
  public void end() {
    object
        .fieldNames()
        .forEachRemaining(
            key -> {
              if (!known.contains(key)) {
                String keys = String.join(", ", known.stream().sorted().toList());
                fault(key, "unknown key; the keys here are " + keys);
              }
            });
  }

  private @Nullable JsonNode required(String key, JsonNodeType type) {
    if (object.get(key) == null) {
      known.add(key);
      fault(key, "missing; " + name(type) + " expected");
      return null;
    }
    return optional(key, type);
  }

  private @Nullable JsonNode optional(String key, JsonNodeType type) {
    known.add(key);
    JsonNode value = object.get(key);
    if (value == null || value.getNodeType() == type) {
      return value;
    }
    fault(key, name(type) + " expected, not " + describe(value));
    return null;
  }

  public static String written(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String choices(Class<? extends Enum<?>> type) {
    List<String> names = new ArrayList<>();
    for (Enum<?> constant : type.getEnumConstants()) {
      names.add(written(constant));
    }
    return String.join(", ", names);
  }

  private static String describe(JsonNode value) {
    return name(value.getNodeType());
  }

  private static String name(JsonNodeType type) {
    return switch (type) {
      case ARRAY -> "an array";
      case OBJECT -> "an object";
      case BOOLEAN -> "true or false";
      case NUMBER -> "a number";
      case STRING -> "text";
      case NULL -> "null";
      case BINARY, MISSING, POJO -> "nothing";
    };
  }
}
