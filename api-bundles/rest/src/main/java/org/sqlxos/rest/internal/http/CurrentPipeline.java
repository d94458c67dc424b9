package org.sqlxos.rest.internal.http;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sqlxos.operation.api.Operation;
import org.sqlxos.operation.api.Outcome;
import org.sqlxos.problem.api.Problem;
import org.sqlxos.rest.internal.request.RestProblem;
import org.sqlxos.stage.api.Phase;
import org.sqlxos.stage.api.Pipeline;

/** The pipeline present, which may change between two requests. */
final class CurrentPipeline {

  private static final String ABSENT = "the part of the node that runs operations is absent";

  private volatile @Nullable Pipeline current;

  /** What runs the operations of a request that comes now, to its end. */
  Function<Operation, Outcome> runner() {
    Pipeline present = current;
    return present == null ? CurrentPipeline::refuse : present::run;
  }

  /** Why nobody is let in while there is no gate; empty if operations need no admission. */
  Optional<Problem> closedWithoutGate() {
    Pipeline present = current;
    if (present == null) {
      return Optional.of(Problem.of(RestProblem.NO_PIPELINE, ABSENT));
    }
    return present.describe().required().contains(Phase.ADMIT)
        ? Optional.of(
            Problem.of(RestProblem.NO_GATE, "the part of the node that tells who asks is absent"))
        : Optional.empty();
  }

  synchronized void set(Pipeline pipeline) {
    current = pipeline;
  }

  /** Takes a pipeline away, unless another has taken its place. */
  synchronized void unset(Pipeline pipeline) {
    if (current == pipeline) {
      current = null;
    }
  }

  private static Outcome refuse(Operation operation) {
    throw RestProblem.NO_PIPELINE.problem(ABSENT);
  }
}
