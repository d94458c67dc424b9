package org.sqlxos.wirevm.internal.execute;

import java.util.List;
import java.util.OptionalLong;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.operation.api.Mutation;
import org.sqlxos.operation.api.Outcome;
import org.sqlxos.operation.api.ResultColumn;
import org.sqlxos.operation.api.Statement;
import org.sqlxos.operation.api.TargetStatement;
import org.sqlxos.wirepack.api.Session;

/**
 * One statement in the transaction that is under way.
 *
 * @param statement what it was planned from
 */
record SingleWrite(Session session, Statement statement, Deadline deadline) {

  /**
   * What it brought, kept so that it can be read again and again.
   *
   * @param changed the number of rows where none are returned
   */
  record Result(List<ResultColumn> columns, StoredRows rows, OptionalLong changed) {

    /** Reads it from the start. */
    Outcome outcome() {
      return changed.isPresent()
          ? new Outcome.Changed(changed.getAsLong())
          : new Outcome.Rows(columns, rows.cursor(), Outcome.Total.UNKNOWN);
    }
  }

  Result run(TargetStatement target) {
    if (target.readBack().isPresent()) {
      List<ResultColumn> columns = target.readBack().get().rows().columns();
      StoredRows rows = new ReadBackWrite(session, kind(), deadline).run(target);
      return new Result(columns, rows, OptionalLong.empty());
    }
    if (target.columns().isEmpty()) {
      long changed = session.execute(target, deadline);
      return new Result(List.of(), StoredRows.none(1), OptionalLong.of(changed));
    }
    StoredRows rows = StoredRows.of(session, target, deadline);
    return new Result(target.columns(), rows, OptionalLong.empty());
  }

  private ReadBackWrite.Kind kind() {
    if (!(statement instanceof Mutation.Insert insert)) {
      return ReadBackWrite.Kind.OF_ROWS_THERE;
    }
    return insert.onConflict().isPresent()
        ? ReadBackWrite.Kind.OF_ROWS_THAT_MAY_BE_THERE
        : ReadBackWrite.Kind.OF_NEW_ROWS;
  }
}
