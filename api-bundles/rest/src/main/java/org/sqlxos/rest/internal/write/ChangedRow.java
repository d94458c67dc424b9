package org.sqlxos.rest.internal.write;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sqlxos.catalog.api.Column;
import org.sqlxos.operation.api.Earlier;
import org.sqlxos.operation.api.JsonValue;
import org.sqlxos.operation.api.Mutation;
import org.sqlxos.operation.api.Outcome;
import org.sqlxos.operation.api.Statement;
import org.sqlxos.rest.internal.request.Target;
import org.sqlxos.rest.internal.response.Reply;
import org.sqlxos.rest.internal.response.RowDocument;
import org.sqlxos.type.api.UniversalType.Simple;

/** Other values in one row. */
public final class ChangedRow implements Change {

  private final Target.Row target;
  private final Terms terms;
  private final List<Statement> statements = new ArrayList<>();

  /**
   * @param values by column; at least one
   * @param patch whether documents in them are patches of those in the row
   */
  public ChangedRow(
      Target.Row target, Map<String, @Nullable Object> values, boolean patch, Terms terms) {
    this.target = target;
    this.terms = terms;
    Map<String, @Nullable Object> told = new LinkedHashMap<>();
    values.forEach((column, value) -> told.put(column, terms.meant(value)));
    boolean derived = patch && derive(told);
    if (derived || terms.tag().asked()) {
      statements.add(RowScope.locked(target));
    }
    statements.add(
        new Mutation.Update(
            target.relation().name(),
            List.copyOf(told.keySet()),
            new ArrayList<@Nullable Object>(told.values()),
            target.key().filter(),
            terms.place(),
            terms.prefer().representation(true) ? RowScope.columns(target) : List.of()));
  }

  /** Documents become what the patch makes of those that the row has. */
  private boolean derive(Map<String, @Nullable Object> values) {
    boolean derived = false;
    for (Map.Entry<String, @Nullable Object> entry : values.entrySet()) {
      boolean document =
          target
              .relation()
              .column(entry.getKey())
              .map(Column::type)
              .filter(type -> type == Simple.JSON)
              .isPresent();
      if (document && entry.getValue() instanceof JsonValue patch) {
        entry.setValue(
            new Earlier(
                terms.first(), 0, entry.getKey(), kept -> MergePatch.apply(kept, patch.text())));
        derived = true;
      }
    }
    return derived;
  }

  @Override
  public List<Statement> statements() {
    return statements;
  }

  @Override
  public boolean judged() {
    return statements.size() > 1;
  }

  @Override
  public int main() {
    return statements.size() - 1;
  }

  @Override
  public void judge(int statement, Outcome outcome) {
    boolean read = statement < statements.size() - 1;
    if (read && terms.tag().asked()) {
      terms.tag().require(RowScope.rows(outcome));
    } else if (!RowScope.met(outcome)) {
      throw RowScope.notFound(target);
    }
  }

  @Override
  public Reply reply(List<Outcome> outcomes) {
    Outcome changed = outcomes.getLast();
    if (!RowScope.met(changed)) {
      throw RowScope.notFound(target);
    }
    return changed instanceof Outcome.Rows rows
        ? Reply.of(200, json -> RowDocument.single(json, rows)).asTagged()
        : Reply.empty(204);
  }
}
