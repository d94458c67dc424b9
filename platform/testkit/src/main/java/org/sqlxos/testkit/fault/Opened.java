package org.sqlxos.testkit.fault;

import org.sqlxos.wirepack.api.ConnectedDatabase;
import org.sqlxos.wirepack.api.PoolReport;
import org.sqlxos.wirepack.api.PoolState;

/**
 * A database that a test has connected.
 *
 * @param database lends sessions
 * @param report tells of its pools
 * @param disconnect disconnects it
 */
public record Opened(ConnectedDatabase database, PoolReport report, Runnable disconnect)
    implements AutoCloseable {

  /** How many connections are lent, of all of its pools. */
  public int busy() {
    return report.pools().stream().mapToInt(PoolState::busy).sum();
  }

  /** How many connections there are, of all of its pools. */
  public int open() {
    return report.pools().stream().mapToInt(PoolState::open).sum();
  }

  @Override
  public void close() {
    disconnect.run();
  }
}
