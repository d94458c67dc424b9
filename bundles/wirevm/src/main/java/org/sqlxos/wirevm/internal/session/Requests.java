package org.sqlxos.wirevm.internal.session;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sqlxos.wirevm.internal.compile.Binding;
import org.sqlxos.wirevm.internal.compile.TreeBinding;
import org.sqlxos.wirevm.internal.frame.FrameOutput;
import org.sqlxos.wirevm.internal.protocol.Operation;
import org.sqlxos.wirevm.internal.protocol.Slots;
import org.sqlxos.wirevm.internal.trace.Trace;

/** Writes the messages of requests down. */
final class Requests {

  private final CompiledProtocol protocol;
  private final WireSocket socket;

  /** The variables as requests see them. Used under the pipeline's lock. */
  private final Slots sending;

  private long requests;

  /** How many transactions of commands there were on this connection. */
  private long transactions;

  /** The number of the one that is open; 0 if none is. */
  private long transaction;

  /** Whether nothing was sent in it yet. */
  private boolean first;

  Requests(CompiledProtocol protocol, WireSocket socket, Slots sending) {
    this.protocol = protocol;
    this.socket = socket;
    this.sending = sending;
  }

  /** Puts a request. Called under the pipeline's lock. */
  void put(FrameOutput to, Operation.Kind kind, Slots statement, Binding binding) {
    sending.take(protocol.places.statement, statement);
    put(to, protocol.request(kind).messages(), sending, binding);
  }

  /**
   * Puts a command, or what asks for more of its reply. Called under the pipeline's lock.
   *
   * @param own the variables; null for those of the connection
   */
  void put(FrameOutput to, Operation.Kind kind, @Nullable Slots own, TreeBinding binding) {
    Slots variables = own == null ? sending : own;
    variables.setNumber(protocol.places.requestNumber, ++requests & 0x7fff_ffff);
    variables.setNumber(protocol.places.transactionNumber, transaction);
    variables.setNumber(protocol.places.transactionFirst, first ? 1 : 0);
    put(to, protocol.request(kind).messages(), variables, binding);
    first = false;
  }

  /** What is put from now on belongs to a transaction. The connection is the caller's alone. */
  void beginTransaction() {
    transaction = ++transactions;
    first = true;
  }

  /** Whether the server knows of the transaction that is open. */
  boolean transactionTold() {
    return transaction != 0 && !first;
  }

  void endTransaction() {
    transaction = 0;
    first = false;
  }

  /** Puts messages, with variables of the caller's own. */
  void put(FrameOutput to, List<CompiledMessage> messages, Slots variables, Binding binding) {
    for (CompiledMessage message : messages) {
      int start = to.size();
      message.write(to, variables, binding, 0);
      Trace trace = socket.trace();
      if (trace != null) {
        trace.sent(message.message, to, start, variables);
      }
    }
  }

  /** Says good-bye where the protocol has a word for it. */
  void terminate() {
    CompiledProtocol.@Nullable Request request = protocol.find(Operation.Kind.TERMINATE);
    if (request == null) {
      return;
    }
    try {
      for (CompiledMessage message : request.messages()) {
        socket.send(message, sending, 0);
      }
    } catch (IOException e) {
      // The server is gone already.
      return;
    }
  }
}
