package org.sqlxos.wirevm.internal.pack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sqlxos.wirevm.internal.document.JsonSection;
import org.sqlxos.wirevm.internal.protocol.ConnectFault;
import org.sqlxos.wirevm.internal.protocol.Event;
import org.sqlxos.wirevm.internal.protocol.Expression;
import org.sqlxos.wirevm.internal.protocol.Step;
import org.sqlxos.wirevm.internal.protocol.Variables;

/** Reads what is done in a state. A bare text is the name of the next state. */
final class StepParser {

  private enum Start {
    TLS,
    COMPRESSION
  }

  private final ExpressionParser expressions;
  private final Variables variables;
  private final References references;

  StepParser(ExpressionParser expressions, Variables variables, References references) {
    this.expressions = expressions;
    this.variables = variables;
    this.references = references;
  }

  List<Step> read(JsonSection section, String key) {
    return section.node(key).map(node -> steps(section, key, node)).orElse(List.of());
  }

  List<Step> steps(JsonSection section, String place, JsonNode node) {
    if (!node.isArray()) {
      return one(section, place, node);
    }
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < node.size(); i++) {
      steps.addAll(one(section, place + "[" + i + "]", node.get(i)));
    }
    return steps;
  }

  private List<Step> one(JsonSection section, String place, JsonNode node) {
    if (node.isTextual()) {
      references.state(section, place, node.textValue());
      return List.of(new Step.Goto(node.textValue()));
    }
    if (!node.isObject()) {
      section.fault(place, "a step or the name of a state expected");
      return List.of();
    }
    JsonSection step = section.within(place, node);
    List<Step> read = step(step);
    step.end();
    return read;
  }

  private List<Step> step(JsonSection step) {
    if (step.has("send")) {
      String message = step.text("send");
      references.message(step, "send", message);
      return List.of(new Step.Send(message));
    }
    if (step.has("set")) {
      return step.section("set").map(this::sets).orElse(List.of());
    }
    if (step.has("if")) {
      return List.of(
          new Step.If(expressions.read(step, "if"), read(step, "then"), read(step, "else")));
    }
    if (step.has("goto")) {
      String state = step.text("goto");
      references.state(step, "goto", state);
      return List.of(new Step.Goto(state));
    }
    if (step.has("event")) {
      return List.of(new Step.Tell(step.choice("event", Event.class).orElse(Event.NONE)));
    }
    if (step.has("fail")) {
      Expression detail =
          step.has("detail") ? expressions.read(step, "detail") : new Expression.Constant("");
      return List.of(
          new Step.Fail(
              step.choice("fail", ConnectFault.class).orElse(ConnectFault.REFUSED), detail));
    }
    if (step.has("start")) {
      return List.of(
          switch (step.choice("start", Start.class).orElse(Start.TLS)) {
            case TLS -> new Step.StartTls();
            case COMPRESSION -> new Step.StartCompression();
          });
    }
    step.fault("", "one of send, set, if, goto, event, fail, start expected");
    return List.of();
  }

  private List<Step> sets(JsonSection values) {
    List<Step> sets = new ArrayList<>();
    for (String name : values.names()) {
      Optional<JsonNode> value = values.node(name);
      value.ifPresent(
          node ->
              sets.add(
                  new Step.Set(variables.place(name), expressions.expression(values, name, node))));
    }
    return sets;
  }

  /** The steps of each message in an object. */
  Map<String, List<Step>> byMessage(JsonSection section, String key) {
    Map<String, List<Step>> on = new java.util.LinkedHashMap<>();
    if (section.has(key)) {
      section
          .section(key)
          .ifPresent(
              messages -> {
                for (String name : messages.names()) {
                  on.put(name, read(messages, name));
                }
              });
    }
    return on;
  }
}
