package org.sqlxos.wirevm.internal.protocol;

import java.util.List;
import org.sqlxos.wirevm.internal.frame.Framing;

/**
 * A message, one frame.
 *
 * @param name for messages to people
 * @param framing the frame around it
 * @param tag the byte in the frame's header that tells it from others, or -1
 * @param shortest bodies with fewer bytes are another message
 * @param longest bodies with more bytes are another message
 */
public record Message(
    String name, Framing framing, int tag, int shortest, int longest, List<Field> fields) {
  public Message {
    fields = List.copyOf(fields);
  }
}
