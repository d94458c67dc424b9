package org.sqlxos.security.internal.policy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.sqlxos.security.internal.problem.SecurityProblem;

/** A part of a policy file, which knows its line. */
record PolicyNode(Node node) {

  int line() {
    return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
  }

  RuntimeException fault(String what) {
    return SecurityProblem.POLICY_INVALID.problem("policy, line %d: %s".formatted(line(), what));
  }

  /** The members of a mapping, in their order. */
  Map<String, PolicyNode> members() {
    if (!(node instanceof MappingNode mapping)) {
      throw fault("names with values expected");
    }
    Map<String, PolicyNode> members = new LinkedHashMap<>();
    for (NodeTuple entry : mapping.getValue()) {
      PolicyNode key = new PolicyNode(entry.getKeyNode());
      if (members.put(key.text(), new PolicyNode(entry.getValueNode())) != null) {
        throw key.fault("\"%s\" is said twice".formatted(key.text()));
      }
    }
    return members;
  }

  /** The same, where only these names are known. */
  Map<String, PolicyNode> members(Set<String> known) {
    Map<String, PolicyNode> members = members();
    members.forEach(
        (name, value) -> {
          if (!known.contains(name)) {
            throw value.fault(
                "nobody knows \"%s\"; one of %s expected"
                    .formatted(name, String.join(", ", known.stream().sorted().toList())));
          }
        });
    return members;
  }

  boolean mapping() {
    return node instanceof MappingNode;
  }

  String text() {
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    throw fault("a plain value expected");
  }

  /** One value, or several in brackets. */
  List<String> texts() {
    return node instanceof SequenceNode sequence
        ? sequence.getValue().stream().map(each -> new PolicyNode(each).text()).toList()
        : List.of(text());
  }

  double number(double least, double greatest) {
    try {
      double number = Double.parseDouble(text());
      if (number >= least && number <= greatest) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw fault("a number expected, not \"%s\"".formatted(text()));
    }
    throw fault("a number from %.0f to %.0f expected".formatted(least, greatest));
  }

  int count() {
    return (int) number(1, Integer.MAX_VALUE);
  }
}
