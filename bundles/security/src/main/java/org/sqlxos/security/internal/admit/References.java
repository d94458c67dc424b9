package org.sqlxos.security.internal.admit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sqlxos.catalog.api.ForeignKey;
import org.sqlxos.catalog.api.Permission;
import org.sqlxos.catalog.api.Relation;
import org.sqlxos.catalog.api.Table;
import org.sqlxos.operation.api.Filter;
import org.sqlxos.operation.api.Page;
import org.sqlxos.operation.api.Query;
import org.sqlxos.operation.api.Selected;
import org.sqlxos.problem.api.Problem;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.problem.api.Violation;
import org.sqlxos.security.internal.problem.SecurityProblem;

/**
 * A row that a new value refers to has to be one that the caller sees: else a reference would tell
 * which hidden rows there are. What the policy sets, and what comes from a row of the same request,
 * tells nothing.
 */
final class References {

  private static final int MOST_AT_ONCE = 500;

  private final Restriction restriction;
  private final Questions questions;

  References(Restriction restriction, Questions questions) {
    this.restriction = restriction;
    this.questions = questions;
  }

  /**
   * @param set the columns that the policy gives a value
   */
  void require(Relation relation, List<KnownRow> rows, Set<String> set) {
    if (!(relation instanceof Table table)) {
      return;
    }
    for (ForeignKey key : table.foreignKeys()) {
      if (!set.containsAll(key.columns())) {
        require(key, rows);
      }
    }
  }

  private void require(ForeignKey key, List<KnownRow> rows) {
    Map<String, List<Object>> wanted = new LinkedHashMap<>();
    boolean fit = true;
    for (KnownRow row : rows) {
      List<Object> values =
          key.columns().stream().flatMap(column -> row.value(column).stream()).toList();
      if (values.size() == key.columns().size()) {
        wanted.put(values.toString(), values);
        fit &= key.columns().stream().allMatch(row::fits);
      }
    }
    if (wanted.isEmpty()) {
      return;
    }
    if (!key.targetColumns().stream()
        .allMatch(column -> restriction.visible().permits(key.target(), Permission.READ, column))) {
      throw unknown(key);
    }
    Filter readable = restriction.readable(key.target(), key.targetColumns());
    if (!fit) {
      // For VERIFY to tell; if it finds nothing wrong there is no such row.
      ask(key, WriteScope.NOTHING, 1);
    } else if (!readable.equals(Filter.EVERYTHING)) {
      ask(key, List.copyOf(wanted.values()), readable);
    }
  }

  private void ask(ForeignKey key, List<List<Object>> wanted, Filter readable) {
    if (key.columns().size() > 1) {
      wanted.forEach(
          values -> ask(key, Filter.both(Filter.equal(key.targetColumns(), values), readable), 1));
      return;
    }
    String column = key.targetColumns().getFirst();
    for (int from = 0; from < wanted.size(); from += MOST_AT_ONCE) {
      List<Object> values = new ArrayList<>();
      wanted
          .subList(from, Math.min(wanted.size(), from + MOST_AT_ONCE))
          .forEach(each -> values.add(each.getFirst()));
      ask(key, Filter.both(new Filter.In(column, values), readable), values.size());
    }
  }

  private void ask(ForeignKey key, Filter filter, int rows) {
    questions.ask(
        new Question(
            Query.of(key.target(), Selected.fields(key.targetColumns()))
                .withFilter(filter)
                .withPage(new Page(rows + 1L, 0)),
            rows,
            unknown(key)));
  }

  private static ProblemException unknown(ForeignKey key) {
    return new ProblemException(
        Problem.of(SecurityProblem.ROW_NOT_SEEN, "a row that is referred to does not exist")
            .withViolations(
                key.columns().stream()
                    .map(
                        column ->
                            new Violation(
                                WriteScope.pointer(column), "foreign-key", "there is no such row"))
                    .toList()));
  }
}
