package org.sqlxos.wirevm.internal.pack;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sqlxos.wirevm.internal.auth.Functions;
import org.sqlxos.wirevm.internal.document.JsonSection;
import org.sqlxos.wirevm.internal.frame.Compression;
import org.sqlxos.wirevm.internal.frame.Framing;
import org.sqlxos.wirevm.internal.frame.HttpBodies;
import org.sqlxos.wirevm.internal.frame.NumberForm;
import org.sqlxos.wirevm.internal.protocol.Field;
import org.sqlxos.wirevm.internal.protocol.Message;
import org.sqlxos.wirevm.internal.protocol.Operation;
import org.sqlxos.wirevm.internal.protocol.Protocol;
import org.sqlxos.wirevm.internal.protocol.State;
import org.sqlxos.wirevm.internal.protocol.Step;
import org.sqlxos.wirevm.internal.protocol.ValueTypes;
import org.sqlxos.wirevm.internal.protocol.Variables;
import org.sqlxos.wirevm.internal.tree.TreeLayout;

/** Reads the section {@code wire} of a document. */
final class ProtocolParser {

  private enum Order {
    BIG,
    LITTLE
  }

  private static final String FIRST_STATE = "INIT";
  private static final String READY = "READY";
  private static final int DEFAULT_FRAME_BYTES = 1 << 30;

  private final JsonSection wire;
  private final Variables variables = new Variables();
  private final Map<String, Framing> framings = new LinkedHashMap<>();
  private final Map<String, Message> messages = new LinkedHashMap<>();
  private final Map<String, State> states = new LinkedHashMap<>();
  private final Map<String, TreeLayout> trees = new LinkedHashMap<>();
  private final ExpressionParser expressions;
  private final FieldParser fields;
  private final StepParser steps;
  private final ValueTypesParser types;
  private final Optional<Compression> compression;
  private final Optional<HttpBodies> http;
  private final References references = new References();

  private ProtocolParser(JsonSection wire, Functions functions) {
    this.wire = wire;
    ByteOrder order =
        wire.choice("byteOrder", Order.class).orElse(Order.BIG) == Order.BIG
            ? ByteOrder.BIG_ENDIAN
            : ByteOrder.LITTLE_ENDIAN;
    NumberForms forms = new NumberForms(order, wire.namedSections("numbers"));
    ExpressionParser expressions = new ExpressionParser(variables, functions);
    wire.namedSections("trees")
        .forEach((name, section) -> trees.put(name, new TreeParser(forms, order).read(section)));
    this.expressions = expressions;
    this.fields = new FieldParser(forms, variables, new TypeGrammarParser(forms).read(wire), trees);
    this.steps = new StepParser(expressions, variables, references);
    this.types = new ValueTypesParser(order, expressions);
    this.compression =
        wire.has("compression")
            ? wire.section("compression").flatMap(new CompressionParser(forms)::read)
            : Optional.empty();
    this.http =
        wire.has("http") ? wire.section("http").map(section -> http(section)) : Optional.empty();
    framings(new FramingParser(forms, variables));
  }

  private void framings(FramingParser parser) {
    if (http.isPresent()) {
      framings.put("http", HttpBodies.framing());
      return;
    }
    wire.namedSections("framings")
        .forEach((name, section) -> framings.put(name, parser.read(name, section, trees)));
    if (framings.isEmpty()) {
      wire.fault("framings", "missing; at least one framing expected");
      framings.put("", new Framing("", 1, -1, new NumberForm.Fixed(1, false, false), 0, 0, -1, 0));
    }
  }

  private static HttpBodies http(JsonSection section) {
    Optional<HttpBodies.Failure> failure =
        section.has("failure")
            ? section
                .section("failure")
                .map(
                    said -> {
                      HttpBodies.Failure read =
                          new HttpBodies.Failure(
                              said.text("begins"), said.pattern("matches", Pattern.DOTALL));
                      said.end();
                      return read;
                    })
            : Optional.empty();
    section.end();
    return new HttpBodies(failure);
  }

  static WireSettings read(JsonSection wire, Functions functions) {
    WireSettings settings = new ProtocolParser(wire, functions).settings();
    wire.end();
    return settings;
  }

  private WireSettings settings() {
    wire.namedSections("messages")
        .forEach((name, section) -> messages.put(name, message(name, section)));
    Map<String, List<Step>> anytime = anytime();
    wire.namedSections("states")
        .forEach((name, section) -> states.put(name, state(name, section, anytime)));
    for (String name : List.of(FIRST_STATE, READY)) {
      if (!states.containsKey(name)) {
        wire.fault("states." + name, "missing; this state has to be there");
      }
    }
    Map<Operation.Kind, Operation> operations =
        new OperationsParser(wire, references).read(wire.namedSections("operations"));
    new ProtocolCheck(wire, messages, states).check(references, operations);
    int port = wire.optionalInteger("port").orElse(0);
    if (port < 1 || port > 65_535) {
      wire.fault("port", "a port from 1 to 65535 expected");
    }
    List<String> options = wire.has("options") ? wire.texts("options") : List.of();
    options.forEach(option -> variables.place("url." + option));
    Protocol protocol =
        new Protocol(
            port,
            frameBytes(),
            messages,
            states,
            operations,
            wire.has("commands") ? ValueTypes.NONE : types.read(wire),
            wire.optionalText("outcomeColumn").orElse(""),
            compression,
            wire.has("commands")
                ? wire.section("commands")
                    .flatMap(new CommandsParser(trees, variables, expressions)::read)
                : Optional.empty(),
            http,
            wire.has("literals")
                ? wire.section("literals").map(section -> new LiteralsParser(section).read())
                : Optional.empty(),
            variables);
    return new WireSettings(
        protocol,
        wire.has("onConnect") ? wire.texts("onConnect") : List.of(),
        options,
        wire.optionalLines("role"),
        wire.flag("pipelined"),
        urlDefaults());
  }

  private UrlDefaults urlDefaults() {
    return new UrlDefaults(
        wire.has("tls")
            ? wire.section("tls").map(JsonSection::allTexts).orElse(Map.of())
            : Map.of(),
        wire.node("defaultUser").map(JsonNode::asText));
  }

  private int frameBytes() {
    int most = wire.optionalInteger("maxFrameBytes").orElse(DEFAULT_FRAME_BYTES);
    if (most < 1) {
      wire.fault("maxFrameBytes", "1 or more expected");
    }
    return most;
  }

  private Framing framing(JsonSection section) {
    Framing first = framings.values().iterator().next();
    Optional<String> name = section.optionalText("framing");
    if (name.isEmpty()) {
      return first;
    }
    Framing framing = framings.get(name.get());
    if (framing == null) {
      section.fault("framing", "one of " + String.join(", ", framings.keySet()) + " expected");
      return first;
    }
    return framing;
  }

  private Message message(String name, JsonSection section) {
    Framing framing = framing(section);
    int tag = section.has("tag") ? tag(section, framing) : -1;
    Message message =
        new Message(
            name,
            framing,
            tag,
            section.optionalInteger("shortest").orElse(0),
            section.optionalInteger("longest").orElse(Integer.MAX_VALUE),
            fields.read(section, "fields"));
    section.end();
    return message;
  }

  /** A byte: its number, or the ASCII character that it is. */
  private static int tag(JsonSection section, Framing framing) {
    boolean numbered = section.node("tag").filter(JsonNode::isInt).isPresent();
    int tag;
    boolean right;
    if (numbered) {
      tag = section.optionalInteger("tag").orElse(-1);
      right = tag >= 0 && tag <= 0xff;
    } else {
      String text = section.text("tag");
      tag = text.isEmpty() ? 0 : text.charAt(0);
      right = text.length() == 1 && tag <= 127;
    }
    if (!right || framing.tagOffset() < 0) {
      section.fault("tag", "one ASCII character or byte expected, in a framing that has a tag");
    }
    return tag;
  }

  /** What is done with messages that may come in every state. */
  private Map<String, List<Step>> anytime() {
    Map<String, List<Step>> anytime = new LinkedHashMap<>(steps.byMessage(wire, "anytime"));
    for (String name : List.copyOf(anytime.keySet())) {
      if (!messages.containsKey(name)) {
        wire.fault("anytime." + name, "a message expected that is defined");
        anytime.remove(name);
      }
    }
    return anytime;
  }

  private State state(String name, JsonSection section, Map<String, List<Step>> anytime) {
    Framing framing = framing(section);
    Map<String, List<Step>> on = steps.byMessage(section, "on");
    if (!on.isEmpty() && framing.equals(framings.values().iterator().next())) {
      anytime.forEach(on::putIfAbsent);
    }
    State state =
        new State(
            name,
            steps.read(section, "enter"),
            framing,
            section.optionalText("times").map(variables::place).orElse(Field.NOWHERE),
            stateAt(section, "afterwards"),
            on);
    if (state.timesPlace() >= 0 && state.afterwards().isEmpty()) {
      section.fault("afterwards", "missing; a state that takes so many messages names the next");
    }
    section.end();
    return state;
  }

  /** The name of a state; empty if there is none. */
  private String stateAt(JsonSection section, String key) {
    String name = section.optionalText(key).orElse("");
    references.state(section, key, name);
    return name;
  }
}
