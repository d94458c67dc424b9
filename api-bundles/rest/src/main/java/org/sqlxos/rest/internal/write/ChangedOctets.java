package org.sqlxos.rest.internal.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sqlxos.operation.api.Locked;
import org.sqlxos.operation.api.Mutation;
import org.sqlxos.operation.api.Outcome;
import org.sqlxos.operation.api.Query;
import org.sqlxos.operation.api.Selected;
import org.sqlxos.operation.api.Statement;
import org.sqlxos.rest.internal.request.RestProblem;
import org.sqlxos.rest.internal.request.Target;
import org.sqlxos.rest.internal.response.OctetValue;
import org.sqlxos.rest.internal.response.Reply;

/** Other octets in one column of a row. */
public final class ChangedOctets implements Change {

  private final Target.Octets target;
  private final RowTag tag;
  private final boolean onlyIfAbsent;
  private final List<Statement> statements = new ArrayList<>();

  /**
   * @param onlyIfAbsent whether there must be none yet
   */
  public ChangedOctets(Target.Octets target, byte[] octets, Terms terms, boolean onlyIfAbsent) {
    this.target = target;
    this.tag = terms.tag();
    this.onlyIfAbsent = onlyIfAbsent;
    List<String> column = List.of(target.column().name());
    if (tag.asked() || onlyIfAbsent) {
      statements.add(
          new Locked(
              Query.of(target.row().relation().name(), Selected.fields(column))
                  .withFilter(target.row().key().filter())));
    }
    statements.add(
        new Mutation.Update(
            target.row().relation().name(),
            column,
            List.of(octets),
            target.row().key().filter(),
            terms.place(),
            List.of()));
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
    if (!read) {
      requireMet(outcome);
      return;
    }
    Outcome.Rows rows = RowScope.rows(outcome);
    Optional<byte[]> now = rows.cursor().next() ? OctetValue.of(rows) : Optional.empty();
    if (onlyIfAbsent && now.isPresent()) {
      throw RestProblem.PRECONDITION_FAILED.problem("there is a value already");
    }
    if (tag.asked()) {
      tag.require(now.map(OctetValue::tag));
    }
  }

  private void requireMet(Outcome outcome) {
    if (!RowScope.met(outcome)) {
      throw RowScope.notFound(target.row());
    }
  }

  @Override
  public Reply reply(List<Outcome> outcomes) {
    requireMet(outcomes.getLast());
    return Reply.empty(204);
  }
}
