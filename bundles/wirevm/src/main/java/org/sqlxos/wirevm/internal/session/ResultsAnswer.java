package org.sqlxos.wirevm.internal.session;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sqlxos.operation.api.TargetStatement;
import org.sqlxos.wirevm.internal.protocol.Event;
import org.sqlxos.wirevm.internal.protocol.Slots;
import org.sqlxos.wirevm.internal.value.ValueFormat;

/**
 * What came of an execution that may have several results: which one is read, and their columns.
 */
final class ResultsAnswer extends Answer {

  private final CompiledProtocol protocol;
  private final Prepared prepared;
  private final TargetStatement statement;

  /** The result that is read, and the last that the server has begun to give: mostly the same. */
  private @Nullable ResultDescription current;

  private @Nullable ResultDescription announced;
  private boolean first = true;

  ResultsAnswer(CompiledProtocol protocol, Prepared prepared, TargetStatement statement) {
    super(protocol.places);
    this.protocol = protocol;
    this.prepared = prepared;
    this.statement = statement;
  }

  @Override
  public void on(Event event, Slots slots) {
    super.on(event, slots);
    ResultDescription last = announced;
    if (event == Event.RESULT) {
      announced = new ResultDescription(protocol);
      if (last == null) {
        current = announced;
      } else {
        last.next = announced;
      }
    } else if (event == Event.COLUMN && last != null) {
      last.on(event, slots);
    }
  }

  /** Whether the row that came last belongs to the result that is read. */
  boolean inCurrent() {
    return current == announced;
  }

  /** Whether the result that is read says what became of a write. */
  boolean tellsOutcome() {
    return current != null && current.tellsOutcome();
  }

  /** The next result is read from now on. */
  void toNext() {
    ResultDescription left = current;
    if (left == null) {
      throw new IllegalStateException("there is one result only");
    }
    current = left.next;
    first = false;
  }

  /** The columns of the result that is read; empty if there are no rows. */
  Columns columns() {
    ResultDescription mine = current;
    return mine == null ? prepared.columns : mine.columns();
  }

  /** How the values of the result that is read are read; as its caller expects, if the first. */
  ValueFormat[] formats() {
    ResultDescription mine = current;
    return mine == null
        ? prepared.formats(statement.columns())
        : mine.columns().adaptedTo(first ? statement.columns() : List.of());
  }
}
