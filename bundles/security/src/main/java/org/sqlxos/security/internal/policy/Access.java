package org.sqlxos.security.internal.policy;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlxos.catalog.api.CatalogSnapshot;
import org.sqlxos.catalog.api.Key;
import org.sqlxos.catalog.api.Permission;
import org.sqlxos.catalog.api.Relation;
import org.sqlxos.catalog.api.RelationName;
import org.sqlxos.catalog.api.Rights;
import org.sqlxos.catalog.api.Routine;
import org.sqlxos.security.internal.condition.Condition;
import org.sqlxos.security.internal.condition.ConditionNames;

/**
 * What some roles may do with one catalog. A grant that names what the catalog does not have gives
 * nothing there, and the log says so: a typing error must not open what it was to close.
 */
public final class Access {

  private static final Logger log = LoggerFactory.getLogger(Access.class);

  private final CatalogSnapshot whole;
  private final Map<RelationName, Map<Permission, List<BoundGrant>>> grants = new HashMap<>();
  private final CatalogSnapshot visible;

  private Access(List<TableRule> rules, List<FunctionRule> functions, CatalogSnapshot whole) {
    this.whole = whole;
    for (TableRule rule : rules) {
      if (rule.in(whole)) {
        add(rule);
      }
    }
    this.visible = new VisibleCatalog(whole, rights(), callable(functions)).part();
  }

  /**
   * @param known roles of the policy
   */
  static Access of(Policy policy, Set<String> known, CatalogSnapshot whole) {
    return new Access(policy.rules(known), policy.functions(known), whole);
  }

  /** What the roles see. */
  public CatalogSnapshot visible() {
    return visible;
  }

  /** The grants of a permission on a relation. */
  public List<BoundGrant> grants(RelationName relation, Permission permission) {
    return grants.getOrDefault(relation, Map.of()).getOrDefault(permission, List.of());
  }

  /** Whatever no rule names is not permitted. */
  private List<Routine> callable(List<FunctionRule> rules) {
    for (FunctionRule rule : rules) {
      boolean any = whole.routines().stream().anyMatch(routine -> rule.about(whole, routine));
      if (!any && rule.in(whole) && !rule.everyOne()) {
        log.warn(
            "Policy, line {}: database \"{}\" has no function \"{}\"",
            rule.line(),
            whole.database().name(),
            rule.name());
      }
    }
    return whole.routines().stream()
        .filter(routine -> rules.stream().anyMatch(rule -> rule.about(whole, routine)))
        .toList();
  }

  private void add(TableRule rule) {
    boolean any = false;
    for (Relation relation : whole.relations()) {
      if (rule.about(whole, relation.name())) {
        any = true;
        rule.grants().forEach(grant -> add(rule, grant, relation));
      }
    }
    if (!any && !rule.everyTable()) {
      log.warn(
          "Policy, line {}: database \"{}\" has no table \"{}\"",
          rule.line(),
          whole.database().name(),
          rule.table());
    }
  }

  private void add(TableRule rule, Grant grant, Relation relation) {
    Optional<String> missing = missing(rule, grant, relation);
    if (missing.isPresent()) {
      if (!rule.everyTable()) {
        log.error(
            "Policy, line {}: \"{}\" has no \"{}\"; nothing is granted there",
            grant.line(),
            relation.name(),
            missing.get());
      }
      return;
    }
    Set<String> columns = new HashSet<>(grant.columns().of(relation));
    columns.removeAll(grant.set().keySet());
    grants
        .computeIfAbsent(relation.name(), ignored -> new EnumMap<>(Permission.class))
        .computeIfAbsent(grant.permission(), ignored -> new ArrayList<>())
        .add(new BoundGrant(Set.copyOf(columns), grant.rows(), grant.checked(), grant.set()));
  }

  private Optional<String> missing(TableRule rule, Grant grant, Relation relation) {
    // A rule for every table names what some of them have; a condition has to fit all the same.
    Optional<String> column =
        rule.everyTable() ? Optional.empty() : grant.columns().missing(relation);
    return column
        .or(() -> ConditionNames.missing(whole, relation, grant.rows()))
        .or(() -> ConditionNames.missing(whole, relation, grant.checked()))
        .or(
            () ->
                grant.set().keySet().stream()
                    .filter(name -> relation.column(name).isEmpty())
                    .findFirst());
  }

  /** Of several grants one has to be about all rows, and the whole key. */
  private boolean everyRow(RelationName name) {
    List<String> key =
        whole.relation(name).flatMap(Relation::identity).map(Key::columns).orElse(List.of());
    return grants(name, Permission.READ).stream()
        .anyMatch(
            grant -> grant.rows().equals(Condition.EVERYTHING) && grant.columns().containsAll(key));
  }

  private Map<RelationName, Rights> rights() {
    Map<RelationName, Rights> rights = new HashMap<>();
    grants.forEach(
        (relation, byPermission) -> {
          Map<Permission, Set<String>> columns = new EnumMap<>(Permission.class);
          byPermission.forEach(
              (permission, all) ->
                  all.forEach(
                      grant ->
                          columns
                              .computeIfAbsent(permission, ignored -> new HashSet<>())
                              .addAll(
                                  permission == Permission.DELETE ? Set.of() : grant.columns())));
          rights.put(relation, new Rights(columns, everyRow(relation)));
        });
    return rights;
  }
}
