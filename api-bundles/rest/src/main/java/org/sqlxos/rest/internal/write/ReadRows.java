package org.sqlxos.rest.internal.write;

import java.util.List;
import org.sqlxos.operation.api.Outcome;
import org.sqlxos.operation.api.Query;
import org.sqlxos.operation.api.Statement;
import org.sqlxos.rest.internal.request.RestProblem;
import org.sqlxos.rest.internal.response.Reply;
import org.sqlxos.rest.internal.response.RowDocument;

/**
 * A read between changes: it sees what those before it have done.
 *
 * @param single whether it is of one row, which has to be there
 */
public record ReadRows(Query query, boolean single) implements Change {

  @Override
  public List<Statement> statements() {
    return List.of(query);
  }

  @Override
  public boolean judged() {
    return single;
  }

  @Override
  public int main() {
    return 0;
  }

  @Override
  public void judge(int statement, Outcome outcome) {
    if (single && !RowScope.met(outcome)) {
      throw RestProblem.ROW_NOT_FOUND.problem(
          "\"%s\" has no row with this key".formatted(query.relation().name()));
    }
  }

  @Override
  public Reply reply(List<Outcome> outcomes) {
    Outcome.Rows rows = RowScope.rows(outcomes.getFirst());
    if (!single) {
      return Reply.of(200, json -> RowDocument.all(json, rows));
    }
    judge(0, rows);
    return Reply.of(200, json -> RowDocument.single(json, rows));
  }
}
