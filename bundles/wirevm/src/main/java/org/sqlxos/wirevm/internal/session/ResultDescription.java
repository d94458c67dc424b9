package org.sqlxos.wirevm.internal.session;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sqlxos.wirevm.internal.auth.Evaluation;
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
      types.add(
          protocol
              .protocol()
              .types()
              .of(
                  slots.number(protocol.places.columnType),
                  condition -> Evaluation.holds(condition, slots)));
      names.add(slots.text(protocol.places.columnName));
    }
  }

  Columns columns() {
    return new Columns(types, names, true);
  }
}
