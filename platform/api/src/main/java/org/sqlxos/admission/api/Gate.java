package org.sqlxos.admission.api;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Establishes who asks. An OSGi service; where there are several the one with the highest ranking
 * decides.
 *
 * <p>Asked once a request, by many threads at once, before the request is read. It may take long
 * where keys have to be fetched. It throws nothing: what goes wrong is a refusal.
 */
@ConsumerType
@FunctionalInterface
public interface Gate {

  /** Decides about a request by its credentials. */
  Admission admit(Credentials credentials);
}
