package org.sqlxos.wirevm.internal.session;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.sqlxos.operation.api.Cursor;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.operation.api.Utf8View;
import org.sqlxos.operation.api.ValueKind;
import org.sqlxos.wirevm.internal.protocol.Operation;
import org.sqlxos.wirevm.internal.protocol.Slots;
import org.sqlxos.wirevm.internal.tree.TreeRows;

/**
 * The rows of a command's replies. The next part is asked for when the rows of the last one have
 * been read, so memory holds one part, and whoever wants no more has the server told.
 */
final class CommandCursor implements Cursor {

  /** Sends what asks for more, or says that no more is wanted. */
  interface Exchange {
    CommandReply with(Operation.Kind kind, Slots slots);

    /** Whether the pack has such an operation. */
    boolean has(Operation.Kind kind);
  }

  private final Exchange exchange;
  private final List<String> columns;
  private final Deadline deadline;
  private TreeRows rows;
  private Optional<Slots> further;
  private boolean closed;

  CommandCursor(Exchange exchange, List<String> columns, CommandReply first, Deadline deadline) {
    this.exchange = exchange;
    this.columns = columns;
    this.deadline = deadline;
    this.rows = first.rows(columns);
    this.further = first.further();
  }

  /** Whether the server holds more of it. */
  boolean unread() {
    return further.isPresent();
  }

  @Override
  public boolean next() {
    while (!closed) {
      if (rows.next()) {
        return true;
      }
      if (further.isEmpty()) {
        closed = true;
        return false;
      }
      Slots slots = further.get();
      further = Optional.empty();
      CommandReply reply = exchange.with(Operation.Kind.NEXT, slots);
      rows = reply.rows(columns);
      further = reply.further();
    }
    return false;
  }

  @Override
  public ValueKind kind(int column) {
    return rows.kind(column);
  }

  /** Tells the name and the tag's name of each member of a value that has members. */
  void members(int column, BiConsumer<String, String> told) {
    rows.members(column, told);
  }

  @Override
  public boolean getBoolean(int column) {
    return rows.getBoolean(column);
  }

  @Override
  public long getLong(int column) {
    return rows.getLong(column);
  }

  @Override
  public double getDouble(int column) {
    return rows.getDouble(column);
  }

  @Override
  public String getText(int column) {
    return rows.getText(column);
  }

  @Override
  public void getText(int column, Utf8View into) {
    rows.getText(column, into);
  }

  @Override
  public byte[] getBytes(int column) {
    return rows.getBytes(column);
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    if (further.isPresent() && exchange.has(Operation.Kind.CLOSE) && !deadline.passed()) {
      exchange.with(Operation.Kind.CLOSE, further.get());
    }
  }
}
