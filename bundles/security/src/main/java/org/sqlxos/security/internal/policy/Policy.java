package org.sqlxos.security.internal.policy;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sqlxos.admission.api.Bounds;

/** A policy file, understood. What no rule permits is not permitted; rules only add up. */
public final class Policy {

  /** The role of those who bring no credentials. */
  public static final String ANONYMOUS = "anonymous";

  /** Nobody may do anything. */
  public static final Policy NONE = new Policy(Map.of());

  private final Map<String, Role> roles;

  Policy(Map<String, Role> roles) {
    this.roles = Map.copyOf(roles);
  }

  /** The roles among {@code names} that there are, with those that they inherit. */
  public Set<String> known(Collection<String> names) {
    Set<String> found = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(names);
    while (!open.isEmpty()) {
      Role role = roles.get(open.poll());
      if (role != null && found.add(role.name())) {
        open.addAll(role.inherits());
      }
    }
    return found;
  }

  /** All roles. */
  public Set<String> names() {
    return roles.keySet();
  }

  /** Whether anything is permitted to one of the roles. */
  public boolean permitsAnything(Set<String> known) {
    return known.stream().anyMatch(name -> role(name).permitsAnything());
  }

  List<FunctionRule> functions(Set<String> known) {
    return known.stream().flatMap(name -> role(name).functions().stream()).toList();
  }

  List<TableRule> rules(Set<String> known) {
    return known.stream().flatMap(name -> role(name).rules().stream()).toList();
  }

  /**
   * The greatest bounds of the roles. Those that a role inherits do not count: it says its own.
   *
   * @param held as the caller holds them
   */
  public Bounds bounds(Collection<String> held) {
    return held.stream()
        .filter(roles::containsKey)
        .map(name -> role(name).bounds())
        .reduce(
            (one, other) ->
                new Bounds(
                    Math.max(one.bodyBytes(), other.bodyBytes()),
                    Math.max(one.rows(), other.rows()),
                    Math.max(one.depth(), other.depth()),
                    Math.max(one.timeMillis(), other.timeMillis())))
        .orElse(Bounds.NONE);
  }

  /** The greatest rate of the roles. */
  public Rate rate(Collection<String> held) {
    return held.stream()
        .filter(roles::containsKey)
        .map(name -> role(name).rate())
        .reduce(Rate::greater)
        .orElse(Rate.UNBOUNDED);
  }

  private Role role(String name) {
    Role role = roles.get(name);
    if (role == null) {
      throw new IllegalArgumentException("no role " + name);
    }
    return role;
  }
}
