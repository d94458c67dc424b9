package org.sqlxos.wirevm.internal.protocol;

import java.util.List;

/**
 * Something that a session asks of a server that is ready.
 *
 * @param each the messages that stand before those for every row of a batch
 * @param send the messages of the request
 * @param state where the answer begins; empty where there is none
 */
public record Operation(List<String> each, List<String> send, String state) {

  /** What can be asked. */
  public enum Kind {
    /** Has {@code statement.text} made ready, and its parameters and columns described. */
    PREPARE,
    /** Runs what was prepared, with values. */
    EXECUTE,
    /** Runs {@code statement.text} as it is. */
    SIMPLE,
    /** Runs what was prepared once for each row of values, all of them or none. */
    BATCH,
    /** Runs {@code statement.text}, which copies rows in or out. */
    COPY,
    /** Sends the next bytes of a copy, {@code copy.data}. Has no answer. */
    COPY_DATA,
    /** There is no more to be copied. The copy's own answer goes on. */
    COPY_END,
    /** What was to be copied cannot be had. The copy's own answer goes on. */
    COPY_FAIL,
    /** Sends a command, and has its reply. */
    COMMAND,
    /** Asks for more of a reply. */
    NEXT,
    /** Wants no more of a reply that has more. */
    CLOSE,
    /** Ends a transaction of commands; what was done in it stays. */
    COMMIT,
    /** Ends a transaction of commands; what was done in it is undone. */
    ROLLBACK,
    /** Gives up what was prepared. */
    RELEASE,
    /** Sent on a connection of its own: stops what another one runs. */
    CANCEL,
    /** The last message. */
    TERMINATE
  }

  public Operation {
    each = List.copyOf(each);
    send = List.copyOf(send);
  }
}
