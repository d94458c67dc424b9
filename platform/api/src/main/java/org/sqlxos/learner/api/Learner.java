package org.sqlxos.learner.api;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;
import org.sqlxos.operation.api.Operation;

/** A model that is fed by observations, an OSGi service. */
@ConsumerType
public interface Learner {

  /**
   * Takes an observation in. Called off the request's path, by one thread at a time, in no
   * particular order.
   */
  void observe(Observation observation);

  /**
   * Advice for an operation about to be planned; empty while too little is known. Called on the
   * request's path: answers at once.
   */
  Optional<Advice> advise(Operation operation);

  /** What has been learned, in one paragraph for a person. */
  String explain();
}
