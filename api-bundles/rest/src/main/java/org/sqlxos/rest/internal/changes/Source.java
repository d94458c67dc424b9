package org.sqlxos.rest.internal.changes;

/** Where a {@link Channel} knows from what has changed. */
sealed interface Source extends AutoCloseable permits HeardSource, PolledSource {

  /**
   * Looks for changes, for a second or so, and publishes them.
   *
   * @throws org.sqlxos.problem.api.ProblemException if that cannot go on
   */
  void look(Channel channel) throws InterruptedException;

  /** How it knows, for listeners. */
  String by();

  @Override
  void close();
}
