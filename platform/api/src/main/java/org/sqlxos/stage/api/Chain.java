package org.sqlxos.stage.api;

import org.osgi.annotation.versioning.ProviderType;
import org.sqlxos.operation.api.Operation;
import org.sqlxos.operation.api.Outcome;

/** The stages that are left. Immutable: an operation ends with the stages it began with. */
@ProviderType
@FunctionalInterface
public interface Chain {

  /** Runs the stages that are left. The caller closes the outcome. */
  Outcome proceed(Operation operation);
}
