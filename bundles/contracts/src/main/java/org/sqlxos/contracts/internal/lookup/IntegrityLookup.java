package org.sqlxos.contracts.internal.lookup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sqlxos.catalog.api.ForeignKey;
import org.sqlxos.catalog.api.Key;
import org.sqlxos.catalog.api.RelationName;
import org.sqlxos.catalog.api.Table;
import org.sqlxos.contracts.internal.report.BodyPlace;
import org.sqlxos.contracts.internal.report.Violations;
import org.sqlxos.contracts.internal.statement.Draft;
import org.sqlxos.operation.api.Filter;
import org.sqlxos.operation.api.Mutation;
import org.sqlxos.operation.api.Operation;
import org.sqlxos.operation.api.Outcome;
import org.sqlxos.operation.api.Page;
import org.sqlxos.operation.api.Query;
import org.sqlxos.operation.api.Selected;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.stage.api.Chain;

/**
 * Finds out which keys of some drafts exist already and which of their foreign keys lead nowhere.
 * Only for operations that fail anyway: each question is a query of its own through the rest of the
 * chain.
 */
public final class IntegrityLookup {

  /** Questions an operation may cost. */
  private static final int MOST_QUERIES = 200;

  private final Operation operation;
  private final Chain next;
  private final Violations violations;
  private int queries;

  public IntegrityLookup(Operation operation, Chain next, Violations violations) {
    this.operation = operation;
    this.next = next;
    this.violations = violations;
  }

  /** Adds what is found. A look-up that fails ends the search: what is known already is told. */
  public void look(List<Draft> drafts) {
    try {
      for (Draft draft : drafts) {
        if (draft.relation() instanceof Table table && touchedOnce(table.name(), drafts)) {
          look(draft, table, drafts);
        }
      }
    } catch (ProblemException e) {
      // The caller is told of the rules, not of a search for more of them.
      queries = MOST_QUERIES;
    }
  }

  // What a statement of the same transaction changes cannot be seen from outside.
  private static boolean touchedOnce(RelationName name, List<Draft> drafts) {
    return drafts.stream().filter(draft -> draft.relation().name().equals(name)).count() <= 1;
  }

  private void look(Draft draft, Table table, List<Draft> drafts) {
    BodyPlace place = new BodyPlace(violations, draft.data());
    List<Key> keys = new ArrayList<>(table.uniqueKeys());
    table.primaryKey().ifPresent(keys::addFirst);
    keys.removeIf(key -> mayExist(draft, key));
    Map<Key, Set<List<Object>>> seen = new HashMap<>();
    for (int row = 0; row < draft.rows().size() && !exhausted(); row++) {
      place.row(row);
      for (Key key : keys) {
        Optional<List<Object>> values = KeyValues.of(draft, row, key.columns());
        if (values.isPresent()) {
          Set<List<Object>> earlier = seen.computeIfAbsent(key, ignored -> new HashSet<>());
          boolean repeated = !earlier.add(KeyValues.comparable(values.get()));
          if (repeated || exists(taken(draft, key, values.get()))) {
            report(place, key.columns(), "unique", repeated ? "is given twice" : "exists already");
          }
        }
      }
      for (ForeignKey key : table.foreignKeys()) {
        boolean visible =
            operation.catalog().relation(key.target()).isPresent()
                && (key.target().equals(table.name()) || !touched(key.target(), drafts));
        if (visible && leadsNowhere(draft, row, key)) {
          report(place, key.columns(), "foreign-key", missing(key));
        }
      }
    }
  }

  private static boolean mayExist(Draft draft, Key key) {
    return draft.mutation() instanceof Mutation.Insert insert
        && insert.onConflict().isPresent()
        && Set.copyOf(insert.onConflict().get().key()).equals(Set.copyOf(key.columns()));
  }

  private static boolean touched(RelationName name, List<Draft> drafts) {
    return drafts.stream().anyMatch(draft -> draft.relation().name().equals(name));
  }

  private boolean exhausted() {
    return violations.full() || queries >= MOST_QUERIES || operation.deadline().passed();
  }

  /** Whether another row has the key; for an update the updated rows are no other ones. */
  private static Query taken(Draft draft, Key key, List<Object> values) {
    Filter same = Filter.equal(key.columns(), values);
    Filter filter =
        draft.mutation() instanceof Mutation.Update update
            ? new Filter.And(List.of(same, new Filter.Not(update.filter())))
            : same;
    return query(draft.relation().name(), key.columns(), filter);
  }

  private boolean leadsNowhere(Draft draft, int row, ForeignKey key) {
    Optional<List<Object>> values = KeyValues.of(draft, row, key.columns());
    if (values.isEmpty() || insertedToo(draft, key, values.get())) {
      return false;
    }
    Filter same = Filter.equal(key.targetColumns(), values.get());
    return !exhausted() && !exists(query(key.target(), key.targetColumns(), same));
  }

  // A row may refer to another row of the same insert, or to itself.
  private static boolean insertedToo(Draft draft, ForeignKey key, List<Object> values) {
    if (!key.target().equals(draft.relation().name())) {
      return false;
    }
    List<Object> wanted = KeyValues.comparable(values);
    for (int row = 0; row < draft.rows().size(); row++) {
      Optional<List<Object>> given = KeyValues.of(draft, row, key.targetColumns());
      if (given.isPresent() && KeyValues.comparable(given.get()).equals(wanted)) {
        return true;
      }
    }
    return false;
  }

  private static Query query(RelationName relation, List<String> columns, Filter filter) {
    return Query.of(relation, Selected.fields(columns)).withFilter(filter).withPage(new Page(1, 0));
  }

  private boolean exists(Query query) {
    if (exhausted()) {
      return false;
    }
    queries++;
    try (Outcome outcome = next.proceed(operation.withStatement(query))) {
      return outcome instanceof Outcome.Rows rows && rows.cursor().next();
    }
  }

  private String missing(ForeignKey key) {
    return "is not in \"%s\"".formatted(operation.catalog().pathName(key.target()));
  }

  private static void report(BodyPlace place, List<String> columns, String rule, String what) {
    if (columns.size() == 1) {
      place.column(columns.getFirst()).refuse(rule, "the value " + what);
    } else {
      String names =
          columns.stream().map(name -> '"' + name + '"').collect(Collectors.joining(", "));
      place.refuseRow(rule, "the combination of " + names + " " + what);
    }
  }
}
