package org.sqlxos.wirevm.internal.session;

import java.util.function.Consumer;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.operation.api.TargetStatement;
import org.sqlxos.wirevm.internal.error.DatabaseError;
import org.sqlxos.wirevm.internal.pack.ErrorKind;
import org.sqlxos.wirevm.internal.protocol.Operation;
import org.sqlxos.wirevm.internal.transaction.OpenTransaction;

/** Runs the prepared statements of one session, those again that the server has forgotten. */
final class Execution {

  private final WireConnection connection;
  private final boolean shared;
  private final OpenTransaction transaction;
  private final Consumer<Turn> running;

  /**
   * @param running told which turn a cancel has to stop
   */
  Execution(
      WireConnection connection,
      boolean shared,
      OpenTransaction transaction,
      Consumer<Turn> running) {
    this.connection = connection;
    this.shared = shared;
    this.transaction = transaction;
    this.running = running;
  }

  /** The statement's rows, before the first. */
  WireCursor run(TargetStatement statement, Deadline deadline) {
    return run(statement, deadline, true);
  }

  private WireCursor run(TargetStatement statement, Deadline deadline, boolean again) {
    Prepared prepared = connection.prepared().prepare(statement.text(), deadline);
    StatementBinding binding =
        new StatementBinding(
            prepared, statement.parameters(), connection.parts().protocol().protocol().types());
    Turn turn = connection.newTurn(Operation.Kind.EXECUTE, deadline);
    turn.closesLine = shared && prepared.columns.types().isEmpty() && connection.copies();
    turn.asked = new Asked(prepared.slots, binding);
    running.accept(turn);
    connection.submit(
        turn,
        to -> connection.requests().put(to, Operation.Kind.EXECUTE, prepared.slots, binding),
        deadline);
    WireCursor cursor =
        new WireCursor(
            connection,
            turn,
            new ResultsAnswer(connection.parts().protocol(), prepared, statement));
    DatabaseError error = cursor.start(shared);
    if (error == null) {
      return cursor;
    }
    ErrorKind kind = connection.check().kind(error);
    if (kind == ErrorKind.STALE_STATEMENT || kind == ErrorKind.SCHEMA_CHANGED) {
      connection.prepared().forget(statement.text(), prepared);
    }
    if (kind == ErrorKind.STALE_STATEMENT && again && !transaction.open()) {
      return run(statement, deadline, false);
    }
    throw connection.check().failed(error, cursor.stopped());
  }
}
