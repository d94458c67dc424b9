package org.sqlxos.wirevm.internal.session;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sqlxos.wirevm.internal.compile.EventListener;
import org.sqlxos.wirevm.internal.error.DatabaseError;
import org.sqlxos.wirevm.internal.protocol.Event;
import org.sqlxos.wirevm.internal.protocol.Slots;

/** What came of an operation, apart from its rows. */
class Answer implements EventListener {

  private final Places places;
  private long affectedRows;
  private long generatedKey;
  private int results;
  private @Nullable DatabaseError error;

  Answer(Places places) {
    this.places = places;
  }

  @Override
  public void on(Event event, Slots slots) {
    switch (event) {
      case COMPLETE -> {
        affectedRows += slots.number(places.affectedRows);
        if (generatedKey == 0) {
          generatedKey = slots.number(places.generatedKey);
        }
        results++;
      }
      case ERROR -> {
        if (error == null) {
          error = error(slots);
        }
      }
      case COLUMN, PARAMETER, RESULT, NONE, NOTICE, NOTIFICATION -> {}
      case COPY_IN, COPY_OUT, COPY_DATA, REPLY -> {}
    }
  }

  private DatabaseError error(Slots slots) {
    String state = slots.text(places.errorState);
    return new DatabaseError(
        (int) slots.number(places.errorCode),
        state.isEmpty() ? Optional.empty() : Optional.of(state),
        slots.text(places.errorMessage));
  }

  long affectedRows() {
    return affectedRows;
  }

  /** The first key that the server generated; 0 if none. */
  long generatedKey() {
    return generatedKey;
  }

  /** How many statements have ended well. */
  int results() {
    return results;
  }

  @Nullable DatabaseError error() {
    return error;
  }
}
