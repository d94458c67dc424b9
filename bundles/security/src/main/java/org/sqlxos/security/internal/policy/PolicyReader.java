package org.sqlxos.security.internal.policy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.sqlxos.admission.api.Bounds;
import org.sqlxos.security.internal.problem.SecurityProblem;

/** Reads a policy file. The first fault ends it, with its line. */
public final class PolicyReader {

  private static final Pattern ROLE = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_:.-]*");

  private PolicyReader() {}

  /**
   * Reads the text of a file.
   *
   * @throws org.sqlxos.problem.api.ProblemException SQLX340
   */
  public static Policy read(String text) {
    try {
      LoadSettings settings = LoadSettings.builder().setLabel("policy").build();
      return new Compose(settings)
          .composeString(text)
          .map(root -> policy(new PolicyNode(root)))
          .orElseThrow(
              () -> SecurityProblem.POLICY_INVALID.problem("policy, line 1: \"roles\" expected"));
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0);
      throw SecurityProblem.POLICY_INVALID.problem(
          "policy, line %d: %s".formatted(line, e.getProblem()));
    } catch (YamlEngineException e) {
      throw SecurityProblem.POLICY_INVALID.problem("the policy is not YAML");
    }
  }

  private static Policy policy(PolicyNode root) {
    PolicyNode list = root.members(Set.of("roles")).get("roles");
    if (list == null) {
      throw root.fault("\"roles\" expected");
    }
    Map<String, PolicyNode> members = list.members();
    Map<String, Role> roles = new LinkedHashMap<>();
    members.forEach((name, node) -> roles.put(name, role(name, node, members.keySet())));
    return new Policy(roles);
  }

  private static Role role(String name, PolicyNode node, Set<String> all) {
    if (!ROLE.matcher(name).matches()) {
      throw node.fault("\"%s\" cannot be the name of a role".formatted(name));
    }
    Map<String, PolicyNode> members =
        node.members(Set.of("inherits", "limits", "tables", "functions"));
    List<String> inherited = inherited(members.get("inherits"), all);
    PolicyNode limits = members.get("limits");
    PolicyNode tables = members.get("tables");
    return new Role(
        name,
        inherited,
        limits == null ? Bounds.NONE : bounds(limits),
        limits == null ? Rate.UNBOUNDED : rate(limits),
        tables == null
            ? List.of()
            : tables.members().entrySet().stream()
                .map(
                    table ->
                        TableRule.of(
                            table.getKey(),
                            GrantReader.grants(table.getValue()),
                            table.getValue().line()))
                .toList(),
        functions(members.get("functions")));
  }

  private static List<FunctionRule> functions(@Nullable PolicyNode node) {
    return node == null
        ? List.of()
        : node.texts().stream().map(name -> FunctionRule.of(name, node.line())).toList();
  }

  private static List<String> inherited(@Nullable PolicyNode node, Set<String> all) {
    if (node == null) {
      return List.of();
    }
    for (String other : node.texts()) {
      if (!all.contains(other)) {
        throw node.fault("there is no role \"%s\"".formatted(other));
      }
    }
    return node.texts();
  }

  private static Map<String, PolicyNode> limits(PolicyNode node) {
    return node.members(Set.of("rows", "depth", "body-bytes", "time-millis", "rate", "burst"));
  }

  private static Bounds bounds(PolicyNode node) {
    Map<String, PolicyNode> limits = limits(node);
    PolicyNode time = limits.get("time-millis");
    return new Bounds(
        count(limits, "body-bytes"),
        count(limits, "rows"),
        count(limits, "depth"),
        time == null ? Long.MAX_VALUE : time.count());
  }

  private static int count(Map<String, PolicyNode> limits, String name) {
    PolicyNode node = limits.get(name);
    return node == null ? Integer.MAX_VALUE : node.count();
  }

  private static Rate rate(PolicyNode node) {
    Map<String, PolicyNode> limits = limits(node);
    PolicyNode rate = limits.get("rate");
    PolicyNode burst = limits.get("burst");
    if (rate == null) {
      if (burst != null) {
        throw burst.fault("\"burst\" says nothing without \"rate\"");
      }
      return Rate.UNBOUNDED;
    }
    double perSecond = rate.number(0.001, 1_000_000);
    return new Rate(perSecond, burst == null ? (int) Math.ceil(perSecond) : burst.count());
  }
}
