package org.sqlxos.security.internal.admit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.sqlxos.catalog.api.Key;
import org.sqlxos.catalog.api.Permission;
import org.sqlxos.catalog.api.Relation;
import org.sqlxos.catalog.api.RelationName;
import org.sqlxos.catalog.api.Table;
import org.sqlxos.operation.api.Batch;
import org.sqlxos.operation.api.Call;
import org.sqlxos.operation.api.Command;
import org.sqlxos.operation.api.Filter;
import org.sqlxos.operation.api.Locked;
import org.sqlxos.operation.api.Mutation;
import org.sqlxos.operation.api.Page;
import org.sqlxos.operation.api.Query;
import org.sqlxos.operation.api.Selected;
import org.sqlxos.operation.api.Series;
import org.sqlxos.operation.api.Sql;
import org.sqlxos.operation.api.Statement;
import org.sqlxos.problem.api.Problem;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.problem.api.Violation;
import org.sqlxos.security.internal.problem.SecurityProblem;

/**
 * Tells a caller of a refusal without what the caller may not see: the database's own words name
 * tables, columns and constraints, and a key that exists already may be that of a hidden row.
 */
final class Discretion {

  private static final int CONFLICT = 409;

  /** Rules that say something of the value that was sent, and nothing of other rows. */
  private static final Set<String> OF_THE_VALUE =
      Set.of("type", "required", "null", "length", "range", "format");

  private final Restriction restriction;
  private final Predicate<Query> exists;

  /**
   * @param exists whether a query of the policy has a row
   */
  Discretion(Restriction restriction, Predicate<Query> exists) {
    this.restriction = restriction;
    this.exists = exists;
  }

  /**
   * What the caller is told.
   *
   * @param statement as the caller gave it: the one that failed, or all of them
   */
  ProblemException told(ProblemException refusal, Statement statement) {
    Problem problem = refusal.problem();
    if (problem.code() instanceof SecurityProblem) {
      return refusal;
    }
    boolean read = statement instanceof Query || statement instanceof Locked;
    if (statement instanceof Call) {
      // Places in its arguments are the caller's own.
      return problem.sqlState().isEmpty() ? refusal : titled(refusal, List.of());
    }
    if (read || problem.code().status() >= 500) {
      return problem.sqlState().isEmpty() ? refusal : titled(refusal, List.of());
    }
    if (statement instanceof Mutation mutation && hidden(mutation, problem)) {
      return WriteScope.refused(restriction.whole(mutation.relation()));
    }
    return titled(refusal, violations(problem.violations(), relations(statement)));
  }

  private static ProblemException titled(ProblemException refusal, List<Violation> violations) {
    Problem problem = refusal.problem();
    String title = problem.code().title().toLowerCase(Locale.ROOT);
    return new ProblemException(
        Problem.of(problem.code(), title).withViolations(violations), refusal);
  }

  private boolean hidden(Mutation mutation, Problem problem) {
    return problem.code().status() == CONFLICT
        && !(mutation instanceof Mutation.Delete)
        && !new Conflict(restriction, exists)
            .seen(mutation, restriction.whole(mutation.relation()));
  }

  private static Set<RelationName> relations(Statement statement) {
    return switch (statement) {
      case Mutation mutation -> Set.of(mutation.relation());
      case Series series -> Set.of(series.relation());
      case Batch batch ->
          batch.statements().stream()
              .flatMap(each -> relations(each).stream())
              .collect(Collectors.toSet());
      case Query _, Call _, Locked _, Sql _, Command _ -> Set.of();
    };
  }

  private List<Violation> violations(List<Violation> violations, Set<RelationName> relations) {
    List<Violation> told = new ArrayList<>();
    for (Violation violation : violations) {
      String pointer = violation.pointer();
      String column =
          pointer.substring(pointer.lastIndexOf('/') + 1).replace("~1", "/").replace("~0", "~");
      boolean known = relations.stream().anyMatch(relation -> known(relation, column));
      told.add(
          known && OF_THE_VALUE.contains(violation.rule())
              ? violation
              : new Violation(known ? pointer : "", violation.rule(), "a rule does not hold"));
    }
    return told;
  }

  /** Whether the caller may do anything with the column, and so knows of it. */
  private boolean known(RelationName relation, String column) {
    return Arrays.stream(Permission.values())
        .anyMatch(permission -> restriction.visible().permits(relation, permission, column));
  }

  /** Whether the caller sees the row that its own is in conflict with. */
  private record Conflict(Restriction restriction, Predicate<Query> exists) {

    boolean seen(Mutation mutation, Relation relation) {
      return switch (mutation) {
        case Mutation.Insert insert ->
            insert.rows().stream()
                .anyMatch(
                    row -> seen(relation, new KnownRow(relation, insert.columns(), row, true)));
        case Mutation.Update update ->
            seen(relation, new KnownRow(relation, update.columns(), update.values(), false));
        case Mutation.Delete _ -> true;
      };
    }

    private boolean seen(Relation relation, KnownRow row) {
      if (!(relation instanceof Table table)
          || !restriction.visible().permits(relation.name(), Permission.READ)) {
        return false;
      }
      List<Key> keys = new ArrayList<>(table.uniqueKeys());
      table.primaryKey().ifPresent(keys::add);
      Filter readable = restriction.readable(relation.name(), Set.of());
      return keys.stream().anyMatch(key -> seen(relation, key, row, readable));
    }

    private boolean seen(Relation relation, Key key, KnownRow row, Filter readable) {
      List<Object> values =
          key.columns().stream().flatMap(column -> row.value(column).stream()).toList();
      boolean asked =
          values.size() == key.columns().size()
              && key.columns().stream()
                  .allMatch(
                      column ->
                          restriction.visible().permits(relation.name(), Permission.READ, column));
      return asked
          && exists.test(
              Query.of(relation.name(), Selected.fields(key.columns()))
                  .withFilter(Filter.both(Filter.equal(key.columns(), values), readable))
                  .withPage(new Page(1, 0)));
    }
  }
}
