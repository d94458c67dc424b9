package org.sqlxos.stage.api;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/**
 * How long the phases of one request take, for whoever asks: bound to {@link #CURRENT} while
 * operations run, it is told by the pipeline which phase they are in. Where nothing is bound,
 * nothing is measured. Used by one thread.
 *
 * <p>A phase is measured on the way in, up to the next one, so that no time is counted twice; the
 * last one until the outcome is there. Rows that are read from the outcome afterwards are not in
 * it.
 */
public final class PhaseTimes {

  /** The times of the request that is being answered. */
  public static final ScopedValue<PhaseTimes> CURRENT = ScopedValue.newInstance();

  private static final long NEVER = -1;

  private final long[] nanos = new long[Phase.values().length];
  private int running = -1;
  private long since;

  public PhaseTimes() {
    Arrays.fill(nanos, NEVER);
  }

  /** An operation comes to this phase; the one before has ended. */
  public void enter(Phase phase) {
    long now = System.nanoTime();
    end(now);
    running = phase.ordinal();
    since = now;
  }

  /** The outcome is there. */
  public void end() {
    end(System.nanoTime());
    running = -1;
  }

  private void end(long now) {
    if (running >= 0) {
      nanos[running] = Math.max(0, nanos[running]) + now - since;
    }
  }

  /** Nanoseconds of the phases that operations came to, in their order. */
  public Map<Phase, Long> nanos() {
    Map<Phase, Long> times = new EnumMap<>(Phase.class);
    for (Phase phase : Phase.values()) {
      if (nanos[phase.ordinal()] != NEVER) {
        times.put(phase, nanos[phase.ordinal()]);
      }
    }
    return times;
  }
}
