package org.sqlxos.wirevm.internal.protocol;

import java.util.List;

/**
 * Something that a session asks of a server that is ready.
 *
 * @param send the messages of the request
 * @param state where the answer begins; empty where there is none
 */
public record Operation(List<String> send, String state) {

  /** What can be asked. */
  public enum Kind {
    /** Has {@code statement.text} made ready, and its parameters and columns described. */
    PREPARE,
    /** Runs what was prepared, with values. */
    EXECUTE,
    /** Runs {@code statement.text} as it is. */
    SIMPLE,
    /** Gives up what was prepared. */
    RELEASE,
    /** Sent on a connection of its own: stops what another one runs. */
    CANCEL,
    /** The last message. */
    TERMINATE
  }

  public Operation {
    send = List.copyOf(send);
  }
}
