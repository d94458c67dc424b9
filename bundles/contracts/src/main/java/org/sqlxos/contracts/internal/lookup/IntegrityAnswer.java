package org.sqlxos.contracts.internal.lookup;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sqlxos.catalog.api.CatalogSnapshot;
import org.sqlxos.catalog.api.Column;
import org.sqlxos.catalog.api.Relation;
import org.sqlxos.catalog.api.RelationName;
import org.sqlxos.catalog.api.Table;
import org.sqlxos.contracts.internal.check.CheckCache;
import org.sqlxos.contracts.internal.check.CompiledCheck;
import org.sqlxos.contracts.internal.report.BodyPlace;
import org.sqlxos.contracts.internal.report.ContractProblem;
import org.sqlxos.contracts.internal.report.Violations;
import org.sqlxos.contracts.internal.statement.Draft;
import org.sqlxos.operation.api.Mutation;
import org.sqlxos.problem.api.Problem;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.wirepack.api.Integrity;

/** What a caller is told when a database refuses a change for the sake of its own rules. */
public final class IntegrityAnswer {

  private final CatalogSnapshot catalog;
  private final CheckCache checks;
  private final Violations violations;

  /**
   * @param violations what look-ups have found
   */
  public IntegrityAnswer(CatalogSnapshot catalog, CheckCache checks, Violations violations) {
    this.catalog = catalog;
    this.checks = checks;
    this.violations = violations;
  }

  /** The problem in the words of the request. */
  public ProblemException translated(ProblemException refusal, Integrity kind, List<Draft> drafts) {
    String detail = refusal.problem().detail();
    // Look-ups find keys; of the other rules only the database's own words are known.
    boolean named = kind != Integrity.UNIQUE && kind != Integrity.FOREIGN_KEY;
    if (named || violations.isEmpty()) {
      List<Draft> changing =
          drafts.stream().filter(draft -> !(draft.mutation() instanceof Mutation.Delete)).toList();
      if (kind == Integrity.FOREIGN_KEY && (changing.isEmpty() || keyUpdated(drafts))) {
        return problem(ContractProblem.ROW_REFERENCED, detail + referring(drafts), refusal);
      }
      if (changing.isEmpty()) {
        return refusal;
      }
      addNamed(kind, detail, changing.getFirst(), changing.size() == 1);
    }
    boolean onlyKeys =
        violations.list().stream().allMatch(violation -> violation.rule().equals("unique"));
    return problem(
        onlyKeys ? ContractProblem.KEY_EXISTS : ContractProblem.DATA_INVALID,
        violations.list().size() == 1 ? detail : violations.summary(),
        refusal);
  }

  private ProblemException problem(ContractProblem code, String detail, ProblemException refusal) {
    Problem problem = Problem.of(code, detail).withViolations(violations.list());
    return new ProblemException(
        refusal.problem().sqlState().map(problem::withSqlState).orElse(problem), refusal);
  }

  /** Whether an update changes columns that other rows may refer to. */
  private boolean keyUpdated(List<Draft> drafts) {
    return drafts.stream()
        .filter(draft -> draft.mutation() instanceof Mutation.Update)
        .anyMatch(
            draft ->
                tables()
                    .flatMap(table -> table.foreignKeys().stream())
                    .filter(key -> key.target().equals(draft.relation().name()))
                    .anyMatch(
                        key -> key.targetColumns().stream().anyMatch(draft.columns()::contains)));
  }

  private String referring(List<Draft> drafts) {
    List<RelationName> changed = drafts.stream().map(draft -> draft.relation().name()).toList();
    String names =
        tables()
            .filter(
                table ->
                    table.foreignKeys().stream().anyMatch(key -> changed.contains(key.target())))
            .map(table -> '"' + catalog.pathName(table.name()) + '"')
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? "" : " Rows of " + names + " may refer to it.";
  }

  private java.util.stream.Stream<Table> tables() {
    return catalog.relations().stream().filter(Table.class::isInstance).map(Table.class::cast);
  }

  /** The rule that the database has named. */
  private void addNamed(Integrity kind, String detail, Draft draft, boolean sure) {
    BodyPlace place = new BodyPlace(violations, draft.data());
    Optional<CompiledCheck> check =
        kind == Integrity.CHECK && sure ? check(draft.relation(), detail) : Optional.empty();
    Optional<String> column =
        sure && draft.rows().size() == 1
            ? check
                .map(CompiledCheck::columns)
                .filter(columns -> columns.size() == 1)
                .map(List::getFirst)
                .or(() -> kind == Integrity.CHECK ? Optional.empty() : column(draft, detail))
            : Optional.empty();
    String rule = check.map(CompiledCheck::rule).orElse(rule(kind));
    String message = check.map(CompiledCheck::message).orElse(message(kind));
    if (draft.rows().size() == 1) {
      place.row(0);
    }
    if (column.isPresent()) {
      place.column(column.get()).refuse(rule, message);
    } else {
      place.refuseRow(rule, message);
    }
  }

  private Optional<CompiledCheck> check(Relation relation, String detail) {
    return relation instanceof Table table
        ? checks.of(catalog, table).checks().stream()
            .filter(
                check ->
                    detail.contains(check.check().name())
                        || detail.contains(check.check().expression()))
            .findFirst()
        : Optional.empty();
  }

  // "... failed: table.column" and "... column "column" ..." are what databases write.
  private static Optional<String> column(Draft draft, String detail) {
    return draft.relation().columns().stream()
        .map(Column::name)
        .filter(
            name ->
                detail.endsWith("." + name)
                    || detail.contains("." + name + ",")
                    || detail.contains('"' + name + '"'))
        .findFirst();
  }

  private static String rule(Integrity kind) {
    return switch (kind) {
      case NOT_NULL -> "null";
      case CHECK -> "check";
      case FOREIGN_KEY -> "foreign-key";
      case UNIQUE -> "unique";
      case VALUE -> "type";
    };
  }

  private static String message(Integrity kind) {
    return switch (kind) {
      case NOT_NULL -> "a value expected, not null";
      case CHECK -> "a check of the database does not hold";
      case FOREIGN_KEY -> "a row that is referred to does not exist";
      case UNIQUE -> "a key exists already";
      case VALUE -> "a value that fits the column expected";
    };
  }
}
