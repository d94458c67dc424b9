package org.sqlxos.launcher;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sqlxos.catalog.api.CatalogSnapshot;
import org.sqlxos.operation.api.Batch;
import org.sqlxos.operation.api.Caller;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.operation.api.Operation;
import org.sqlxos.operation.api.Outcome;
import org.sqlxos.operation.api.Statement;
import org.sqlxos.operation.api.TargetBatch;
import org.sqlxos.operation.api.TargetStatement;
import org.sqlxos.runtime.api.SqlxRuntime;
import org.sqlxos.stage.api.Chain;
import org.sqlxos.stage.api.Phase;
import org.sqlxos.stage.api.Stage;

/** Sends a statement through the stages of a node up to PLAN, and tells what they made of it. */
final class Explanation {

  private static final Duration LIMIT = Duration.ofSeconds(10);

  private final List<Stage> stages;
  private final Caller caller;
  private final CatalogSnapshot seen;

  Explanation(SqlxRuntime node, Caller caller, CatalogSnapshot seen) {
    this.stages =
        node.services(Stage.class).stream()
            .filter(
                stage -> stage.phase() != Phase.OBSERVE && stage.phase().compareTo(Phase.PLAN) <= 0)
            .sorted(Comparator.comparing(Stage::phase))
            .toList();
    this.caller = caller;
    this.seen = seen;
  }

  /** The text with its parameters, a line each. */
  List<String> of(Statement statement) {
    List<Operation> planned = new ArrayList<>();
    Chain end =
        operation -> {
          planned.add(operation);
          return nothing(operation.statement());
        };
    chain(0, end)
        .proceed(new Operation("explain", statement, caller, seen, Deadline.in(LIMIT)))
        .close();
    List<String> lines = new ArrayList<>();
    switch (planned.getLast().target().orElse(null)) {
      case TargetStatement target -> tell(target, lines);
      case TargetBatch batch -> batch.statements().forEach(target -> tell(target, lines));
      case null, default -> lines.add("-- " + planned.getLast().statement());
    }
    return lines;
  }

  private static Outcome nothing(Statement statement) {
    Outcome none = new Outcome.Changed(0);
    return statement instanceof Batch batch
        ? new Outcome.Several(Collections.nCopies(batch.statements().size(), none))
        : none;
  }

  private Chain chain(int place, Chain end) {
    return place == stages.size()
        ? end
        : operation -> stages.get(place).apply(operation, chain(place + 1, end));
  }

  private static void tell(TargetStatement target, List<String> lines) {
    lines.add(target.text());
    int number = 0;
    for (@Nullable Object parameter : target.parameters()) {
      lines.add("-- parameter %d: %s".formatted(++number, parameter));
    }
  }
}
