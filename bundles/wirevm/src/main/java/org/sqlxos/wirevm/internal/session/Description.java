package org.sqlxos.wirevm.internal.session;

import java.util.ArrayList;
import java.util.List;
import org.sqlxos.wirevm.internal.protocol.Event;
import org.sqlxos.wirevm.internal.protocol.Slots;
import org.sqlxos.wirevm.internal.protocol.ValueType;
import org.sqlxos.wirevm.internal.protocol.ValueTypes;

/** What a server says of a statement's parameters and columns. */
final class Description extends Answer {

  private final Places places;
  private final ValueTypes types;
  private final List<ValueType> parameters = new ArrayList<>();
  private final List<ValueType> columns = new ArrayList<>();
  private final List<String> names = new ArrayList<>();

  Description(CompiledProtocol protocol) {
    super(protocol.places);
    this.places = protocol.places;
    this.types = protocol.protocol().types();
  }

  @Override
  public void on(Event event, Slots slots) {
    super.on(event, slots);
    switch (event) {
      case PARAMETER -> parameters.add(type(slots, places.parameterType));
      case COLUMN -> {
        columns.add(type(slots, places.columnType));
        names.add(slots.text(places.columnName));
      }
      case RESULT -> {
        columns.clear();
        names.clear();
      }
      case COMPLETE, ERROR, NOTICE, NOTIFICATION, NONE -> {}
      case COPY_IN, COPY_OUT, COPY_DATA, REPLY -> {}
    }
  }

  private ValueType type(Slots slots, int place) {
    return DescribedType.at(place, slots, types);
  }

  List<ValueType> parameters() {
    return parameters;
  }

  Columns columns() {
    return new Columns(columns, names, true);
  }
}
