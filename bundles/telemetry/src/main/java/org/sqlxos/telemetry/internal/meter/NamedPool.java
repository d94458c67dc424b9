package org.sqlxos.telemetry.internal.meter;

import org.sqlxos.wirepack.api.PoolReport;
import org.sqlxos.wirepack.api.PoolState;

/** The pool of a report that has a name. */
record NamedPool(PoolReport report, String name) {

  PoolState state() {
    return report.pools().stream()
        .filter(each -> each.pool().equals(name))
        .findFirst()
        .orElseThrow();
  }

  PoolState.Counts counts() {
    return state().counts();
  }
}
