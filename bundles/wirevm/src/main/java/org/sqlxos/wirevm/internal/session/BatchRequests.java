package org.sqlxos.wirevm.internal.session;

import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.wirevm.internal.frame.FrameOutput;
import org.sqlxos.wirevm.internal.protocol.Slots;
import org.sqlxos.wirevm.internal.protocol.ValueTypes;
import org.sqlxos.wirevm.internal.transaction.RowProblem;

/** Writes the rows of a batch, a piece at a time. Hot code. */
final class BatchRequests {

  private static final int PIECE_BYTES = 64 * 1024;
  private static final int PIECE_ROWS = 1024;

  private final WireConnection connection;
  private final Prepared prepared;
  private final List<CompiledMessage> each;
  private final Iterator<? extends List<? extends @Nullable Object>> rows;
  private final Slots variables;
  private final ValueTypes types;
  private int put;

  /**
   * @param each what is sent for a row
   */
  BatchRequests(
      WireConnection connection,
      Prepared prepared,
      List<CompiledMessage> each,
      Iterator<? extends List<? extends @Nullable Object>> rows) {
    this.connection = connection;
    this.prepared = prepared;
    this.each = each;
    this.rows = rows;
    CompiledProtocol protocol = connection.parts().protocol();
    this.types = protocol.protocol().types();
    this.variables = connection.conversation().slots().copy();
    variables.take(protocol.places.statement, prepared.slots);
  }

  /** Whether all rows have been put. */
  boolean done() {
    return !rows.hasNext();
  }

  /** How many rows have been put. */
  int put() {
    return put;
  }

  /** Puts rows until a piece is full. */
  void fill(FrameOutput piece) {
    int most = put + PIECE_ROWS;
    while (rows.hasNext() && put < most && piece.size() < PIECE_BYTES) {
      int before = piece.size();
      boolean whole = false;
      try {
        StatementBinding binding = new StatementBinding(prepared, rows.next(), types);
        connection.requests().put(piece, each, variables, binding);
        whole = true;
      } catch (ProblemException e) {
        throw RowProblem.at(put, e);
      } finally {
        if (!whole) {
          piece.truncate(before);
        }
      }
      put++;
    }
  }

  /** Puts what stands behind all rows. */
  void end(FrameOutput piece, List<CompiledMessage> messages) {
    connection.requests().put(piece, messages, variables, NoBinding.INSTANCE);
  }
}
