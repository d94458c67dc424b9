package org.sqlxos.wirevm.internal.pool;

import java.util.concurrent.atomic.LongAdder;
import org.sqlxos.wirepack.api.PoolState;

/** Counts what happens in a pool. */
final class PoolCounters {

  final LongAdder lent = new LongAdder();
  final LongAdder waited = new LongAdder();
  final LongAdder waitedNanos = new LongAdder();
  final LongAdder timedOut = new LongAdder();
  final LongAdder opened = new LongAdder();
  final LongAdder openingNanos = new LongAdder();
  final LongAdder refused = new LongAdder();
  final LongAdder lost = new LongAdder();
  final LongAdder retired = new LongAdder();
  final LongAdder retried = new LongAdder();
  final LongAdder unknown = new LongAdder();
  final LongAdder leaked = new LongAdder();

  PoolState.Counts now() {
    return new PoolState.Counts(
        lent.sum(),
        waited.sum(),
        waitedNanos.sum(),
        timedOut.sum(),
        opened.sum(),
        openingNanos.sum(),
        refused.sum(),
        lost.sum(),
        retired.sum(),
        retried.sum(),
        unknown.sum(),
        leaked.sum());
  }
}
