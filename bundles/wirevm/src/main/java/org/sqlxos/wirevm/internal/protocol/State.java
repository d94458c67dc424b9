package org.sqlxos.wirevm.internal.protocol;

import java.util.List;
import java.util.Map;
import org.sqlxos.wirevm.internal.frame.Framing;

/**
 * A state of a connection: what is done on entering it, which messages may come, and what follows.
 *
 * @param enter done first
 * @param framing how frames are read here
 * @param timesPlace a variable that says how many messages come, or -1
 * @param afterwards the state when they have all come
 * @param on the messages that may come, in the order in which they are tried
 */
public record State(
    String name,
    List<Step> enter,
    Framing framing,
    int timesPlace,
    String afterwards,
    Map<String, List<Step>> on) {
  public State {
    enter = List.copyOf(enter);
  }
}
