package org.sqlxos.wirevm.internal.trace;

import java.util.Set;
import org.sqlxos.wirepack.api.ConversationTrace;
import org.sqlxos.wirepack.api.TracedMessage;
import org.sqlxos.wirevm.internal.frame.BodyReader;
import org.sqlxos.wirevm.internal.frame.FrameInput;
import org.sqlxos.wirevm.internal.frame.FrameOutput;
import org.sqlxos.wirevm.internal.protocol.Message;
import org.sqlxos.wirevm.internal.protocol.Protocol;
import org.sqlxos.wirevm.internal.protocol.Slots;
import org.sqlxos.wirevm.internal.protocol.Variables;

/** Decodes the messages of one connection for somebody who wants to see them. */
public final class Trace {

  private static final String READY = "READY";

  private final Variables variables;
  private final Set<Integer> secret;
  private final ConversationTrace to;
  private String state = "INIT";
  private boolean ready;

  public Trace(Protocol protocol, ConversationTrace to) {
    this.variables = protocol.variables();
    this.secret = SecretVariables.of(protocol);
    this.to = to;
  }

  /** The connection is in this state now. */
  public void enter(String newState) {
    state = newState;
    ready |= newState.equals(READY);
  }

  /** A message stands at the end of {@code bytes}. */
  public void sent(Message message, FrameOutput bytes, int start, Slots slots) {
    BodyReader body = new BodyReader();
    body.open(bytes.array(), start + message.framing().headerBytes(), bytes.size());
    tell(true, message, body, bytes.size() - start, slots);
  }

  public void received(Message message, FrameInput frame, Slots slots) {
    BodyReader body = new BodyReader();
    body.open(frame);
    int bytes = frame.bodyEnd() - frame.bodyStart() + message.framing().headerBytes();
    tell(false, message, body, bytes, slots);
  }

  private void tell(boolean sent, Message message, BodyReader body, int bytes, Slots slots) {
    FieldText fields = new FieldText(body, slots, variables, this::hidden);
    to.message(
        new TracedMessage(sent, state, message.name(), bytes, fields.read(message.fields())));
  }

  /** Bytes that pass before the connection is ready are keys, salts and proofs. */
  private boolean hidden(int place, boolean octets) {
    return secret.contains(place) || (octets && !ready);
  }

  public void encrypted(String protocol, String cipher) {
    to.encrypted(protocol, cipher);
  }
}
