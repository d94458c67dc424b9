package org.sqlxos.wirevm.internal.session;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.wirevm.internal.protocol.Operation;
import org.sqlxos.wirevm.internal.protocol.Slots;

/** The statements that a server holds ready for one connection: made when first asked for. */
final class PreparedStatements {

  private final WireConnection connection;
  private final StatementCache statements = new StatementCache();

  /** Counted under the pipeline's lock. */
  private long number;

  PreparedStatements(WireConnection connection) {
    this.connection = connection;
  }

  /** The statement, made ready by the server if it is not yet. */
  Prepared prepare(String text, Deadline deadline) {
    Prepared known = statements.get(text);
    if (known != null) {
      return known;
    }
    CompiledProtocol protocol = connection.parts().protocol();
    Description description = new Description(protocol);
    Slots described = new Slots(protocol.protocol().variables().count());
    Turn turn = connection.newTurn(Operation.Kind.PREPARE, deadline);
    connection.submit(
        turn,
        to -> {
          described.setObject(protocol.places.statementText, text);
          described.setObject(protocol.places.statementName, "s" + ++number);
          connection.requests().put(to, Operation.Kind.PREPARE, described, NoBinding.INSTANCE);
        },
        deadline);
    Slots slots = connection.conversation().slots();
    slots.take(protocol.places.statement, described);
    connection.readToEnd(turn, description);
    described.take(protocol.places.statement, slots);
    connection.check().requireNoError(description, connection.finish(turn));
    Prepared made =
        new Prepared(
            described,
            description.parameters(),
            description.columns(),
            !protocol.protocol().types().decidedByValue());
    Optional<Prepared> superfluous = statements.put(text, made);
    superfluous.ifPresent(unused -> release(unused, deadline));
    return superfluous.isPresent() && superfluous.get() == made ? prepare(text, deadline) : made;
  }

  private void release(Prepared prepared, Deadline deadline) {
    CompiledProtocol protocol = connection.parts().protocol();
    CompiledProtocol.@Nullable Request request = protocol.find(Operation.Kind.RELEASE);
    if (request == null) {
      return;
    }
    Turn turn = new Turn(request.state(), deadline);
    connection.submit(
        turn,
        to ->
            connection
                .requests()
                .put(to, Operation.Kind.RELEASE, prepared.slots, NoBinding.INSTANCE),
        deadline);
    connection.readToEnd(turn, new Answer(protocol.places));
    connection.finish(turn);
  }

  /** The server does not have it any more, or in another form than was described. */
  void forget(String text, Prepared prepared) {
    statements.remove(text, prepared);
  }
}
