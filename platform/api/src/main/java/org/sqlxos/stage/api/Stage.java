package org.sqlxos.stage.api;

import org.osgi.annotation.versioning.ConsumerType;
import org.sqlxos.operation.api.Operation;
import org.sqlxos.operation.api.Outcome;

/**
 * One step of the pipeline, an OSGi service. Within a phase the stage with the higher {@code
 * service.ranking} comes first.
 *
 * <p>{@link #apply} is called once an operation, on the caller's thread (often a virtual one), by
 * many threads at once. It calls {@code next} once, or not at all, or more than once where it needs
 * a statement of its own. A stage that gets an outcome and does not hand it on closes it.
 */
@ConsumerType
public interface Stage {

  /** Where it stands. Asked once, when the service appears. */
  Phase phase();

  /**
   * Takes part in an operation.
   *
   * @throws org.sqlxos.problem.api.ProblemException to refuse it
   */
  Outcome apply(Operation operation, Chain next);
}
