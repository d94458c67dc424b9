package org.sqlxos.wirevm.internal.pack;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.sqlxos.wirevm.internal.document.JsonSection;
import org.sqlxos.wirevm.internal.protocol.Message;
import org.sqlxos.wirevm.internal.protocol.Operation;
import org.sqlxos.wirevm.internal.protocol.State;

/** What can be told of a protocol only when all of it has been read. */
final class ProtocolCheck {

  private static final String CLOSED = "CLOSED";

  private final JsonSection wire;
  private final Map<String, Message> messages;
  private final Map<String, State> states;

  ProtocolCheck(JsonSection wire, Map<String, Message> messages, Map<String, State> states) {
    this.wire = wire;
    this.messages = messages;
    this.states = states;
  }

  /** Notes what is wrong. */
  void check(References references, Map<Operation.Kind, Operation> operations) {
    Set<String> received = new LinkedHashSet<>();
    boolean sound = true;
    for (State state : states.values()) {
      for (String name : state.on().keySet()) {
        sound &= comes(state, name);
        received.add(name);
      }
    }
    Set<String> known = new LinkedHashSet<>(states.keySet());
    known.add(CLOSED);
    sound &= references.check(known, messages.keySet());
    checkUse(received, references.sent());
    if (sound) {
      // Of a state that is missing nobody can say where it leads.
      new StateGraph(states).check(wire, operations);
    }
  }

  private void checkUse(Set<String> received, Set<String> sent) {
    MessageUse use = new MessageUse(wire);
    messages.forEach(
        (name, message) -> {
          if (received.contains(name)) {
            use.received(message);
          }
          if (sent.contains(name)) {
            use.sent(message);
          }
        });
  }

  private boolean comes(State state, String name) {
    Message message = messages.get(name);
    String place = "states." + state.name() + ".on." + name;
    if (message == null) {
      wire.fault(place, "a message expected that is defined, not \"" + name + "\"");
    } else if (!message.framing().equals(state.framing())) {
      wire.fault(
          place,
          "a message in the framing %s expected, which this state reads, not in %s"
              .formatted(state.framing().name(), message.framing().name()));
    }
    return message != null;
  }
}
