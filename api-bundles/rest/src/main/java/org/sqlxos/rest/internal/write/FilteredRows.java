package org.sqlxos.rest.internal.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sqlxos.operation.api.Filter;
import org.sqlxos.operation.api.Mutation;
import org.sqlxos.operation.api.Outcome;
import org.sqlxos.operation.api.Statement;
import org.sqlxos.rest.internal.request.RestProblem;
import org.sqlxos.rest.internal.request.Target;
import org.sqlxos.rest.internal.response.Reply;
import org.sqlxos.rest.internal.response.RowDocument;

/** All rows that a filter finds, changed or taken away by one statement. */
public final class FilteredRows implements Change {

  private final Terms terms;
  private final Mutation mutation;

  private FilteredRows(Mutation mutation, Terms terms) {
    this.mutation = mutation;
    this.terms = terms;
  }

  /**
   * Other values in all of them.
   *
   * @param values by column; at least one
   */
  public static Change changed(
      Target.Rows target, Filter filter, Map<String, @Nullable Object> values, Terms terms) {
    return new FilteredRows(
        new Mutation.Update(
            target.relation().name(),
            List.copyOf(values.keySet()),
            meant(values, terms),
            filter,
            terms.place(),
            returning(target, terms)),
        terms);
  }

  private static List<@Nullable Object> meant(Map<String, @Nullable Object> values, Terms terms) {
    List<@Nullable Object> meant = new ArrayList<>(values.size());
    values.values().forEach(value -> meant.add(terms.meant(value)));
    return meant;
  }

  /** All of them taken away. */
  public static Change gone(Target.Rows target, Filter filter, Terms terms) {
    return new FilteredRows(
        new Mutation.Delete(target.relation().name(), filter, returning(target, terms)), terms);
  }

  private static List<String> returning(Target.Rows target, Terms terms) {
    return terms.prefer().representation(false)
        ? RowScope.readable(target.site(), target.relation())
        : List.of();
  }

  @Override
  public List<Statement> statements() {
    return List.of(mutation);
  }

  @Override
  public boolean judged() {
    return terms.prefer().maxAffected().isPresent();
  }

  @Override
  public int main() {
    return 0;
  }

  @Override
  public void judge(int statement, Outcome outcome) {
    if (terms.prefer().maxAffected().isEmpty()) {
      return;
    }
    long most = terms.prefer().maxAffected().getAsLong();
    long affected = 0;
    if (outcome instanceof Outcome.Changed changed) {
      affected = changed.rows();
    } else {
      while (RowScope.rows(outcome).cursor().next()) {
        affected++;
      }
    }
    if (affected > most) {
      throw RestProblem.TOO_MANY_AFFECTED.problem(
          "%d rows would change, and max-affected allows %d; nothing was changed"
              .formatted(affected, most),
          "filter for fewer rows, or allow more");
    }
  }

  @Override
  public Reply reply(List<Outcome> outcomes) {
    return switch (outcomes.getFirst()) {
      case Outcome.Rows rows -> Reply.of(200, json -> RowDocument.all(json, rows));
      case Outcome.Changed _ when terms.prefer().returned().isPresent() -> Reply.empty(204);
      case Outcome.Changed changed ->
          Reply.of(200, json -> json.writeNumberField("changed", changed.rows()));
      case Outcome.Several _ -> throw new IllegalStateException("one outcome expected");
    };
  }
}
