package org.sqlxos.rest.internal.http;

import java.util.List;
import java.util.Set;
import org.sqlxos.operation.api.Operation;
import org.sqlxos.operation.api.Outcome;
import org.sqlxos.rest.internal.request.RestProblem;
import org.sqlxos.stage.api.Pipeline;

/** The pipeline present; while there is none, one that refuses every operation. */
final class CurrentPipeline {

  private static final Pipeline NONE = new Absent();

  private volatile Pipeline current = NONE;

  /** The one for a request that comes now, to its end. */
  Pipeline get() {
    return current;
  }

  synchronized void set(Pipeline pipeline) {
    current = pipeline;
  }

  /** Takes a pipeline away, unless another has taken its place. */
  synchronized void unset(Pipeline pipeline) {
    if (current == pipeline) {
      current = NONE;
    }
  }

  private static final class Absent implements Pipeline {
    @Override
    public Outcome run(Operation operation) {
      throw RestProblem.NO_PIPELINE.problem("the part of the node that runs operations is absent");
    }

    @Override
    public Description describe() {
      return new Description(List.of(), Set.of(), Set.of());
    }
  }
}
