package org.sqlxos.orchestrator.internal;

import org.sqlxos.stage.api.Phase;
import org.sqlxos.stage.api.Pipeline.StageDescription;
import org.sqlxos.stage.api.Stage;

/**
 * A stage with all that its place in the chain depends on.
 *
 * @param serviceId breaks ties between equal rankings: the older service comes first, as in OSGi
 */
record StageEntry(Stage stage, StageDescription description, long serviceId)
    implements Comparable<StageEntry> {

  Phase phase() {
    return description.phase();
  }

  @Override
  public int compareTo(StageEntry other) {
    int byPhase = phase().compareTo(other.phase());
    if (byPhase != 0) {
      return byPhase;
    }
    int byRanking = Integer.compare(other.description.ranking(), description.ranking());
    return byRanking != 0 ? byRanking : Long.compare(serviceId, other.serviceId);
  }
}
