package org.sqlxos.wirevm.internal.protocol;

import java.util.Map;
import java.util.Optional;
import org.sqlxos.wirevm.internal.frame.Compression;
import org.sqlxos.wirevm.internal.frame.HttpBodies;

/**
 * A protocol, read and found consistent: every name in it is defined.
 *
 * @param port where servers listen unless the URL says otherwise
 * @param maxFrameBytes a longer frame is refused before memory is taken for it
 * @param types the types of values by the server's code
 * @param outcomeColumn the name of the first column of a result that says whether a write was done;
 *     empty where writes are counted by the protocol
 * @param compression how frames are wrapped once compression has been started
 * @param http how the messages of HTTP become frames; absent where it is not spoken
 * @param literals how values are written into statements; absent where they are sent beside them
 * @param commands how statements are commands; absent where they are prepared and run
 */
public record Protocol(
    int port,
    int maxFrameBytes,
    Map<String, Message> messages,
    Map<String, State> states,
    Map<Operation.Kind, Operation> operations,
    ValueTypes types,
    String outcomeColumn,
    Optional<Compression> compression,
    Optional<Commands> commands,
    Optional<HttpBodies> http,
    Optional<Literals> literals,
    Variables variables) {
  public Protocol {
    messages = Map.copyOf(messages);
    operations = Map.copyOf(operations);
  }
}
