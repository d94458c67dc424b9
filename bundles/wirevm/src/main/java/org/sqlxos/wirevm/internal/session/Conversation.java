package org.sqlxos.wirevm.internal.session;

import java.io.EOFException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.wirevm.internal.WireProblem;
import org.sqlxos.wirevm.internal.auth.Evaluation;
import org.sqlxos.wirevm.internal.auth.Primitives;
import org.sqlxos.wirevm.internal.compile.EventListener;
import org.sqlxos.wirevm.internal.frame.BodyReader;
import org.sqlxos.wirevm.internal.frame.FrameInput;
import org.sqlxos.wirevm.internal.frame.Framing;
import org.sqlxos.wirevm.internal.protocol.ConnectFault;
import org.sqlxos.wirevm.internal.protocol.Event;
import org.sqlxos.wirevm.internal.protocol.Expression;
import org.sqlxos.wirevm.internal.protocol.Slots;
import org.sqlxos.wirevm.internal.trace.Trace;

/**
 * Follows the states of one connection: reads frames, and does what its state says of each. Used by
 * one thread at a time, the one whose turn it is.
 *
 * <p>Hot code: a row costs one look into a table by its first byte.
 */
final class Conversation {

  private static final EventListener NOBODY = (_, _) -> {};

  private final CompiledProtocol protocol;
  private final WireSocket socket;
  private final FrameInput input;
  private final BodyReader body = new BodyReader();
  private final Slots slots;
  private final @Nullable Trace trace;
  private CompiledState state;
  private long remaining;
  private int sequence;
  private boolean ended;
  private long entered;
  private final RowsInside inside;
  private @Nullable Transition holder;
  private @Nullable Asked asked;
  private EventListener listener = NOBODY;
  private EventListener asides = NOBODY;

  Conversation(CompiledProtocol protocol, WireSocket socket, Slots slots) {
    this.protocol = protocol;
    this.socket = socket;
    this.input = socket.input();
    this.slots = slots;
    this.trace = socket.trace();
    this.state = protocol.closed();
    this.inside = new RowsInside(input, body);
  }

  Slots slots() {
    return slots;
  }

  FrameInput input() {
    return input;
  }

  boolean closed() {
    return state == protocol.closed();
  }

  /** Begins in a state; events go to {@code newListener} until the end. */
  void begin(CompiledState first, EventListener newListener) throws IOException {
    begin(first, newListener, null);
  }

  /**
   * @param request what was asked, if it may have to be asked again for the rest of the answer
   */
  void begin(CompiledState first, EventListener newListener, @Nullable Asked request)
      throws IOException {
    listener = newListener;
    asked = request;
    if (request != null) {
      slots.take(protocol.places.statement, request.statement());
    }
    slots.setNumber(protocol.places.rowsUnwanted, 0);
    ended = false;
    enter(first);
  }

  /** Nobody wants the rows that are still to come. */
  void unwanted() {
    slots.setNumber(protocol.places.rowsUnwanted, 1);
  }

  /** How many states were entered so far. */
  long entered() {
    return entered;
  }

  void enter(CompiledState next) throws IOException {
    entered++;
    state = next;
    if (trace != null) {
      trace.enter(next.name);
    }
    ended = next == protocol.ready() || next == protocol.closed();
    remaining = next.timesPlace < 0 ? -1 : slots.number(next.timesPlace);
    next.enter.run(this);
    if (state == next && remaining == 0) {
      leave(next);
    }
  }

  private void leave(CompiledState done) throws IOException {
    CompiledState afterwards = done.afterwards;
    if (afterwards != null) {
      enter(afterwards);
    }
  }

  /**
   * Goes on to the next row, or to the end.
   *
   * @return the row's reader, its body open in {@link #body}; null at the end
   */
  @Nullable Transition advance() throws IOException {
    while (!ended) {
      Transition row = step();
      if (row != null) {
        return row;
      }
    }
    return null;
  }

  /** Whether the operation has come to its end. */
  boolean ended() {
    return ended;
  }

  /**
   * Reads one frame, and does what its state says of it.
   *
   * @return the row's reader, if it is a row
   */
  @Nullable Transition step() throws IOException {
    Transition holding = holder;
    if (holding != null) {
      return nextInside(holding);
    }
    CompiledState here = state;
    read(here);
    if (state != here) {
      // The server hung up, as was expected.
      return null;
    }
    sequence = input.sequence() + 1;
    Transition transition = here.find(input);
    if (transition == null) {
      throw unexpected();
    }
    body.open(input);
    if (transition.row != null) {
      trace(transition);
      return transition;
    }
    if (transition.reader != null) {
      transition.reader.read(body, slots, listener);
    }
    trace(transition);
    if (transition.rows != null) {
      holder = transition;
      inside.open(transition.rows, slots);
      return nextInside(transition);
    }
    read(transition, here);
    return null;
  }

  /** The next of several rows that came in one message; then what is done with the message. */
  private @Nullable Transition nextInside(Transition holding) throws IOException {
    Transition row = inside.next();
    if (row == null) {
      holder = null;
      read(holding, state);
    }
    return row;
  }

  /** Does what the state says of a message that has been read. */
  private void read(Transition transition, CompiledState here) throws IOException {
    transition.program.run(this);
    if (remaining > 0 && state == here && --remaining == 0) {
      leave(here);
    }
  }

  private void trace(Transition transition) {
    if (trace != null) {
      trace.received(transition.message, input, slots);
    }
  }

  private void read(CompiledState here) throws IOException {
    try {
      input.read(here.framing);
      for (Framing.HeaderVariable variable : here.framing.variables()) {
        slots.setNumber(variable.place(), input.headerNumber(here.framing, variable));
      }
    } catch (EOFException e) {
      if (!here.silent()) {
        throw e;
      }
      enter(protocol.closed());
    } catch (ProblemException e) {
      // Whoever speaks another language announces lengths that are none.
      throw here.framing.tagOffset() >= 0 && !here.expects(input.tag()) ? unexpected() : e;
    }
  }

  private RuntimeException unexpected() {
    return WireProblem.NOT_THIS_PROTOCOL.problem(
        "The server sent a message that begins with the byte %d, which the state %s does not expect"
            .formatted(input.tag(), state.name),
        "Check that the URL leads to a server of the right kind and version.");
  }

  BodyReader body() {
    return body;
  }

  void send(CompiledMessage message) throws IOException {
    Asked request = asked;
    if (request == null) {
      sequence = socket.send(message, slots, NoBinding.INSTANCE, sequence);
    } else {
      slots.take(protocol.places.statement, request.statement());
      sequence = socket.send(message, slots, request.binding(), sequence);
    }
  }

  void tell(Event event) {
    switch (event) {
      case NOTICE, NOTIFICATION -> asides.on(event, slots);
      case NONE, COLUMN, PARAMETER, RESULT, COMPLETE, ERROR -> listener.on(event, slots);
      case COPY_IN, COPY_OUT, COPY_DATA, REPLY -> listener.on(event, slots);
    }
  }

  /** Who hears what the server says unasked, whatever runs. */
  void tellAsides(EventListener newAsides) {
    asides = newAsides;
  }

  void fail(ConnectFault fault, Expression detail) {
    String text = Primitives.asText(Evaluation.of(detail, slots));
    throw ConnectFailure.of(fault, text);
  }

  void startTls() throws IOException {
    socket.startTls(slots);
  }

  void startCompression() throws IOException {
    socket.startCompression(state.framing);
  }
}
