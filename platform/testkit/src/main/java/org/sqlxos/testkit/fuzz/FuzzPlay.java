package org.sqlxos.testkit.fuzz;

/** What a client does in a conversation: connects, asks, reads all that it gets, closes. */
@FunctionalInterface
public interface FuzzPlay {

  /**
   * Plays once.
   *
   * @param port where the server listens, or what passes for it, on the loopback address
   * @throws org.sqlxos.problem.api.ProblemException as the client does for servers that make no
   *     sense; of what follows whatever still makes sense may have been done
   */
  void play(int port);
}
