package org.sqlxos.wirevm.internal.session;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sqlxos.wirevm.internal.protocol.Event;
import org.sqlxos.wirevm.internal.protocol.Slots;
import org.sqlxos.wirevm.internal.protocol.ValueType;

/** The columns of a result, where a server describes them with each answer. */
final class ResultDescription {

  private final CompiledProtocol protocol;
  private final List<ValueType> types = new ArrayList<>();
  private final List<String> names = new ArrayList<>();

  /** The one after it, once the server has begun to give that. */
  @Nullable ResultDescription next;

  ResultDescription(CompiledProtocol protocol) {
    this.protocol = protocol;
  }

  void on(Event event, Slots slots) {
    if (event == Event.COLUMN) {
      types.add(DescribedType.at(protocol.places.columnType, slots, protocol.protocol().types()));
      names.add(slots.text(protocol.places.columnName));
    }
  }

  /** Whether the result is what became of a write, and no rows of anybody's. */
  boolean tellsOutcome() {
    String outcome = protocol.protocol().outcomeColumn();
    return !outcome.isEmpty() && !names.isEmpty() && outcome.equals(names.getFirst());
  }

  Columns columns() {
    return new Columns(types, names, true);
  }
}
