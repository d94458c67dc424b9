package org.sqlxos.wirevm.internal.pack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.sqlxos.wirevm.internal.auth.Functions;
import org.sqlxos.wirevm.internal.auth.Primitives;
import org.sqlxos.wirevm.internal.document.JsonSection;
import org.sqlxos.wirevm.internal.protocol.Expression;
import org.sqlxos.wirevm.internal.protocol.Variables;

/**
 * Reads expressions: {@code "$name"} is a variable, other text, numbers and truths are themselves,
 * {@code {"sha256": [...]}} is a primitive with its arguments, {@code {"function": ["name", ...]}}
 * one that a bundle brings.
 */
final class ExpressionParser {

  private static final String FUNCTION = "function";
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*");

  private final Variables variables;
  private final Functions functions;

  ExpressionParser(Variables variables, Functions functions) {
    this.variables = variables;
    this.functions = functions;
  }

  Expression read(JsonSection section, String key) {
    return section
        .node(key)
        .map(node -> expression(section, key, node))
        .orElseGet(
            () -> {
              section.fault(key, "missing; an expression expected");
              return new Expression.Constant("");
            });
  }

  Expression expression(JsonSection section, String place, JsonNode node) {
    if (node.isTextual()) {
      String text = node.textValue();
      return text.startsWith("$")
          ? new Expression.Variable(variables.place(text.substring(1)))
          : new Expression.Constant(text);
    }
    if (node.isIntegralNumber() && node.canConvertToLong()) {
      return new Expression.Constant(node.longValue());
    }
    if (node.isBoolean()) {
      return new Expression.Constant(node.booleanValue());
    }
    if (node.isObject() && node.size() == 1) {
      Map.Entry<String, JsonNode> call = node.properties().iterator().next();
      return call(section, place + "." + call.getKey(), call);
    }
    section.fault(place, "text, a whole number, true, false or one primitive expected");
    return new Expression.Constant("");
  }

  private Expression call(JsonSection section, String place, Map.Entry<String, JsonNode> call) {
    List<Expression> arguments = new ArrayList<>();
    if (call.getValue().isArray()) {
      for (int i = 0; i < call.getValue().size(); i++) {
        arguments.add(expression(section, place + "[" + i + "]", call.getValue().get(i)));
      }
    } else {
      arguments.add(expression(section, place, call.getValue()));
    }
    if (call.getKey().equals(FUNCTION)) {
      return function(section, place, arguments);
    }
    return Primitives.find(call.getKey())
        .<Expression>map(
            primitive -> {
              if (!primitive.takes(arguments.size())) {
                section.fault(place, primitive.arguments() + " arguments expected");
              }
              return new Expression.Call(primitive.code(), arguments);
            })
        .orElseGet(
            () -> {
              section.fault(
                  place,
                  "a primitive expected, one of function, "
                      + String.join(", ", Primitives.names()));
              return new Expression.Constant("");
            });
  }

  /** Found when it is called: the bundle that brings it may start after this one. */
  private Expression function(JsonSection section, String place, List<Expression> arguments) {
    if (!arguments.isEmpty()
        && arguments.getFirst() instanceof Expression.Constant(String name)
        && NAME.matcher(name).matches()) {
      return new Expression.Call(functions.primitive(name), arguments.subList(1, arguments.size()));
    }
    section.fault(place, "the name of a function expected, then its arguments");
    return new Expression.Constant("");
  }
}
