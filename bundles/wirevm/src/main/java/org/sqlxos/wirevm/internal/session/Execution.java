package org.sqlxos.wirevm.internal.session;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.operation.api.TargetStatement;
import org.sqlxos.wirevm.internal.compile.Binding;
import org.sqlxos.wirevm.internal.error.DatabaseError;
import org.sqlxos.wirevm.internal.pack.ErrorKind;
import org.sqlxos.wirevm.internal.protocol.Literals;
import org.sqlxos.wirevm.internal.protocol.Operation;
import org.sqlxos.wirevm.internal.protocol.Slots;
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

  /** A statement that has its values in it: nothing has to be made ready. */
  private Prepared written(TargetStatement statement, Literals literals) {
    CompiledProtocol protocol = connection.parts().protocol();
    Slots slots = new Slots(protocol.protocol().variables().count());
    slots.setObject(
        protocol.places.statementText,
        LiteralStatement.of(literals, statement.text(), statement.parameters()));
    return new Prepared(slots, List.of(), new Columns(List.of(), List.of(), true), false);
  }

  private WireCursor run(TargetStatement statement, Deadline deadline, boolean again) {
    Optional<Literals> literals = connection.parts().protocol().protocol().literals();
    Prepared prepared =
        literals.isPresent()
            ? written(statement, literals.get())
            : connection.prepared().prepare(statement.text(), deadline);
    Binding binding =
        literals.isPresent()
            ? NoBinding.INSTANCE
            : new StatementBinding(
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
