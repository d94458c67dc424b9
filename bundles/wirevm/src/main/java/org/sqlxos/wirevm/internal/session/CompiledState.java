package org.sqlxos.wirevm.internal.session;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sqlxos.wirevm.internal.frame.FrameInput;
import org.sqlxos.wirevm.internal.frame.Framing;
import org.sqlxos.wirevm.internal.protocol.State;

/** A state with its messages in a table by their first byte. */
final class CompiledState {

  private static final int NO_BYTE = 256;

  final String name;
  final Framing framing;
  final int timesPlace;
  Program enter = Program.NOTHING;
  @Nullable CompiledState afterwards;
  private final @Nullable Transition[] byTag = new Transition[NO_BYTE + 1];

  CompiledState(State state) {
    this.name = state.name();
    this.framing = state.framing();
    this.timesPlace = state.timesPlace();
  }

  /** Sets the messages that may come, in the order in which they are tried. */
  void on(List<Transition> transitions) {
    for (int tag = 0; tag <= NO_BYTE; tag++) {
      Transition last = null;
      for (Transition transition : transitions) {
        if (transition.possibleFor(tag == NO_BYTE ? -1 : tag)) {
          Transition candidate = transition.copy();
          if (last == null) {
            byTag[tag] = candidate;
          } else {
            last.otherwise = candidate;
          }
          last = candidate;
        }
      }
    }
  }

  /** Whether no message comes here: what is awaited is that the server hangs up. */
  boolean silent() {
    for (Transition each : byTag) {
      if (each != null) {
        return false;
      }
    }
    return true;
  }

  /** Whether any message with this tag may come. */
  boolean expects(int tag) {
    return byTag[tag < 0 ? NO_BYTE : tag] != null;
  }

  /** What the frame means here; null if it must not come. */
  @Nullable Transition find(FrameInput frame) {
    int tag = frame.tag();
    Transition candidate = byTag[tag < 0 ? NO_BYTE : tag];
    while (candidate != null && !candidate.matches(frame)) {
      candidate = candidate.otherwise;
    }
    return candidate;
  }
}
