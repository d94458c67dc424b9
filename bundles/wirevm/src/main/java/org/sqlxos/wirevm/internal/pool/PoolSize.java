package org.sqlxos.wirevm.internal.pool;

/**
 * How many sessions a pool lends.
 *
 * @param sessions at most so many at a time; for reading only, if {@code writers} is not 0
 * @param writers at most so many for writing beside them; 0 means that writers share {@code
 *     sessions}
 */
public record PoolSize(int sessions, int writers) {
  public PoolSize {
    if (sessions < 1 || writers < 0) {
      throw new IllegalArgumentException("a pool has sessions, not " + sessions);
    }
  }
}
