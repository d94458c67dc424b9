package org.sqlxos.wirevm.internal.session;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.sqlxos.wirevm.internal.error.DatabaseError;
import org.sqlxos.wirevm.internal.protocol.Event;
import org.sqlxos.wirevm.internal.protocol.Slots;

/** What comes of the rows of a batch. Written by whoever reads; seen by whoever sends. */
final class BatchAnswers {

  private final Places places;
  private long[] changed = new long[16];
  private int complete;
  private @Nullable DatabaseError error;
  private volatile boolean refused;

  BatchAnswers(Places places) {
    this.places = places;
  }

  /** For an answer that is one for all rows: each is completed by an event of its own. */
  final class OfAll extends Answer {
    OfAll() {
      super(places);
    }

    @Override
    public void on(Event event, Slots slots) {
      super.on(event, slots);
      if (event == Event.COMPLETE) {
        complete(slots.number(places.affectedRows));
      } else if (event == Event.ERROR) {
        refuse(error());
      }
    }
  }

  /** The answer to the next row has been read to its end. */
  void read(Answer answer) {
    if (answer.error() == null) {
      complete(answer.affectedRows());
    } else {
      refuse(answer.error());
    }
  }

  private void complete(long rows) {
    if (!refused) {
      if (complete == changed.length) {
        changed = Arrays.copyOf(changed, 2 * complete);
      }
      changed[complete] = rows;
      complete++;
    }
  }

  private void refuse(@Nullable DatabaseError first) {
    if (!refused) {
      error = first;
      refused = true;
    }
  }

  /** Whether a row was refused: no more have to be sent. */
  boolean refused() {
    return refused;
  }

  @Nullable DatabaseError error() {
    return error;
  }

  /** How many rows were carried out before one was refused. */
  int complete() {
    return complete;
  }

  long[] changed() {
    return Arrays.copyOf(changed, complete);
  }
}
