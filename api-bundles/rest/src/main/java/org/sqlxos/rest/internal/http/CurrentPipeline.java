package org.sqlxos.rest.internal.http;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sqlxos.operation.api.Operation;
import org.sqlxos.operation.api.Outcome;
import org.sqlxos.rest.internal.request.RestProblem;
import org.sqlxos.stage.api.Pipeline;

/** The pipeline present, which may change between two requests. */
final class CurrentPipeline {

  private volatile @Nullable Pipeline current;

  /** What runs the operations of a request that comes now, to its end. */
  Function<Operation, Outcome> runner() {
    Pipeline present = current;
    return present == null ? CurrentPipeline::refuse : present::run;
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
    throw RestProblem.NO_PIPELINE.problem("the part of the node that runs operations is absent");
  }
}
