package org.sqlxos.wirevm.internal.pack;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sqlxos.wirevm.internal.document.JsonSection;
import org.sqlxos.wirevm.internal.protocol.Operation;
import org.sqlxos.wirevm.internal.protocol.State;
import org.sqlxos.wirevm.internal.protocol.Step;

/** Which state leads to which: states that nobody comes to, operations that never end. */
final class StateGraph {

  private static final String FIRST = "INIT";
  private static final String READY = "READY";

  private final Map<String, State> states;

  StateGraph(Map<String, State> states) {
    this.states = states;
  }

  /** Notes what is wrong. Every state that is named has to be there. */
  void check(JsonSection wire, Map<Operation.Kind, Operation> operations) {
    Set<String> fromFirst = reached(List.of(FIRST));
    if (!fromFirst.contains(READY)) {
      wire.fault("states." + READY, "a way that leads here from the state INIT expected");
    }
    List<String> begins = new ArrayList<>(List.of(FIRST));
    operations.forEach(
        (kind, operation) -> {
          String path = "operations." + JsonSection.written(kind) + ".then";
          if (!operation.state().isEmpty()) {
            begins.add(operation.state());
            if (kind != Operation.Kind.CANCEL
                && !reached(List.of(operation.state())).contains(READY)) {
              wire.fault(path, "a state expected from which a way leads to READY");
            }
          } else if (answered(kind)) {
            wire.fault(path, "missing; the state expected in which the answer begins");
          }
        });
    Set<String> reached = reached(begins);
    for (String name : states.keySet()) {
      if (!reached.contains(name) && !name.equals(READY)) {
        wire.fault("states." + name, "a way that leads to this state expected, there is none");
      }
    }
  }

  private static boolean answered(Operation.Kind kind) {
    return switch (kind) {
      case PREPARE, EXECUTE, SIMPLE, BATCH, COPY -> true;
      case COMMAND, NEXT, CLOSE, COMMIT, ROLLBACK -> true;
      case COPY_DATA, COPY_END, COPY_FAIL, RELEASE, CANCEL, TERMINATE -> false;
    };
  }

  private Set<String> reached(Collection<String> from) {
    Set<String> reached = new HashSet<>(from);
    Deque<String> open = new ArrayDeque<>(from);
    while (!open.isEmpty()) {
      State state = states.get(open.pop());
      if (state != null) {
        for (String next : next(state)) {
          if (reached.add(next)) {
            open.push(next);
          }
        }
      }
    }
    return reached;
  }

  private static Set<String> next(State state) {
    Set<String> next = new HashSet<>();
    collect(state.enter(), next);
    state.on().values().forEach(steps -> collect(steps, next));
    if (!state.afterwards().isEmpty()) {
      next.add(state.afterwards());
    }
    return next;
  }

  private static void collect(List<Step> steps, Set<String> next) {
    for (Step step : steps) {
      switch (step) {
        case Step.Goto to -> next.add(to.state());
        case Step.If choice -> {
          collect(choice.then(), next);
          collect(choice.otherwise(), next);
        }
        case Step.Send _, Step.Set _, Step.Tell _, Step.Fail _ -> {}
        case Step.StartTls _, Step.StartCompression _ -> {}
      }
    }
  }
}
