package org.sqlxos.rest.internal.write;

import java.util.ArrayList;
import java.util.List;
import org.sqlxos.operation.api.Mutation;
import org.sqlxos.operation.api.Outcome;
import org.sqlxos.operation.api.Statement;
import org.sqlxos.rest.internal.request.Target;
import org.sqlxos.rest.internal.response.Reply;
import org.sqlxos.rest.internal.response.RowDocument;

/** One row taken away. */
public final class GoneRow implements Change {

  private final Target.Row target;
  private final Terms terms;
  private final List<Statement> statements = new ArrayList<>();

  public GoneRow(Target.Row target, Terms terms) {
    this.target = target;
    this.terms = terms;
    if (terms.tag().asked()) {
      statements.add(RowScope.locked(target));
    }
    statements.add(
        new Mutation.Delete(
            target.relation().name(),
            target.key().filter(),
            terms.prefer().representation(false) ? RowScope.columns(target) : List.of()));
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
    if (statement < statements.size() - 1) {
      terms.tag().require(RowScope.rows(outcome));
    } else if (!RowScope.met(outcome)) {
      throw RowScope.notFound(target);
    }
  }

  @Override
  public Reply reply(List<Outcome> outcomes) {
    Outcome gone = outcomes.getLast();
    if (!RowScope.met(gone)) {
      throw RowScope.notFound(target);
    }
    return gone instanceof Outcome.Rows rows
        ? Reply.of(200, json -> RowDocument.single(json, rows))
        : Reply.empty(204);
  }
}
