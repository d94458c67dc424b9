package org.sqlxos.benchmarks.pool;

/** A pool that runs statements on a real server. */
interface Contender extends AutoCloseable {

  /** Runs a statement that gives one number. */
  void run(String statement) throws Exception;

  @Override
  void close();
}
