package org.sqlxos.security.internal.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sqlxos.catalog.api.Permission;
import org.sqlxos.security.internal.condition.Condition;
import org.sqlxos.security.internal.condition.ConditionFault;
import org.sqlxos.security.internal.condition.ConditionParser;
import org.sqlxos.security.internal.condition.Operand;

/** Reads what a role may do with one table. */
final class GrantReader {

  private static final String ALL = "all";
  private static final Set<String> PERMISSIONS =
      Arrays.stream(Permission.values()).map(GrantReader::key).collect(Collectors.toSet());

  private GrantReader() {}

  static List<Grant> grants(PolicyNode node) {
    if (!node.mapping()) {
      requireAll(node);
      return Arrays.stream(Permission.values())
          .map(permission -> everything(permission, node))
          .toList();
    }
    List<Grant> grants = new ArrayList<>();
    node.members(PERMISSIONS).forEach((name, value) -> grants.add(grant(permission(name), value)));
    return grants;
  }

  private static String key(Permission permission) {
    return permission.name().toLowerCase(Locale.ROOT);
  }

  private static Permission permission(String key) {
    return Permission.valueOf(key.toUpperCase(Locale.ROOT));
  }

  private static void requireAll(PolicyNode node) {
    if (!node.text().equals(ALL)) {
      throw node.fault("\"all\" expected, or what is permitted, not \"%s\"".formatted(node.text()));
    }
  }

  private static Grant everything(Permission permission, PolicyNode node) {
    return new Grant(
        permission, ColumnSet.ALL, Condition.EVERYTHING, Optional.empty(), Map.of(), node.line());
  }

  private static Grant grant(Permission permission, PolicyNode node) {
    if (!node.mapping()) {
      requireAll(node);
      return everything(permission, node);
    }
    Map<String, PolicyNode> members = node.members(known(permission));
    return new Grant(
        permission,
        columns(members.get("columns")),
        Optional.ofNullable(members.get("rows"))
            .map(GrantReader::condition)
            .orElse(Condition.EVERYTHING),
        Optional.ofNullable(members.get("check")).map(GrantReader::condition),
        set(members.get("set")),
        node.line());
  }

  private static Set<String> known(Permission permission) {
    return switch (permission) {
      case READ -> Set.of("columns", "rows");
      case INSERT -> Set.of("columns", "check", "set");
      case UPDATE -> Set.of("columns", "rows", "check", "set");
      case DELETE -> Set.of("rows");
    };
  }

  private static ColumnSet columns(@Nullable PolicyNode node) {
    if (node == null) {
      return ColumnSet.ALL;
    }
    if (node.mapping()) {
      PolicyNode except = node.members(Set.of("except")).get("except");
      if (except == null) {
        throw node.fault("\"except\" expected");
      }
      return new ColumnSet(Set.copyOf(except.texts()), true);
    }
    List<String> names = node.texts();
    return names.equals(List.of(ALL)) ? ColumnSet.ALL : new ColumnSet(Set.copyOf(names), false);
  }

  private static Map<String, Operand> set(@Nullable PolicyNode node) {
    Map<String, Operand> set = new LinkedHashMap<>();
    if (node != null) {
      node.members().forEach((column, value) -> set.put(column, value(value)));
    }
    return set;
  }

  private static Condition condition(PolicyNode node) {
    try {
      return ConditionParser.parse(node.text());
    } catch (ConditionFault e) {
      throw node.fault(String.valueOf(e.getMessage()));
    }
  }

  private static Operand value(PolicyNode node) {
    try {
      return ConditionParser.value(node.text());
    } catch (ConditionFault e) {
      throw node.fault(e.getMessage() + "; a text is written in single quotes");
    }
  }
}
