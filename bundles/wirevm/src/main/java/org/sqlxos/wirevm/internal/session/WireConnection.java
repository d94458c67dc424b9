package org.sqlxos.wirevm.internal.session;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.wirevm.internal.WireProblem;
import org.sqlxos.wirevm.internal.compile.EventListener;
import org.sqlxos.wirevm.internal.frame.FrameOutput;
import org.sqlxos.wirevm.internal.protocol.Event;
import org.sqlxos.wirevm.internal.protocol.Operation;
import org.sqlxos.wirevm.internal.protocol.Slots;
import org.sqlxos.wirevm.internal.running.RunningStatement;

/** A connection that is ready. Any number of threads may have operations on their way on it. */
final class WireConnection implements AutoCloseable {

  /** How long is listened whether the other side has hung up. */
  private static final Duration A_MOMENT = Duration.ofMillis(1);

  private static final int MOST_UNASKED = 10_000;

  private final ConnectionParts parts;
  private final CompiledProtocol protocol;
  private final WireSocket socket;
  private final Conversation conversation;
  private final Pipeline pipeline;
  private final Canceller canceller;
  private final PreparedStatements prepared = new PreparedStatements(this);
  private final Asides asides;
  private final RunningStatement running = new RunningStatement();

  private final Requests requests;
  private final AnswerCheck check;
  private volatile boolean closed;
  private volatile boolean occupied;

  WireConnection(
      ConnectionParts parts, WireSocket socket, Conversation conversation, Canceller canceller) {
    this.parts = parts;
    this.protocol = parts.protocol();
    this.socket = socket;
    this.conversation = conversation;
    this.canceller = canceller;
    this.pipeline = new Pipeline(socket);
    conversation.input().tell(pipeline);
    this.asides = new Asides(protocol.places);
    conversation.tellAsides(asides);
    this.check = new AnswerCheck(parts.errors(), () -> breakOff("the server ends the connection"));
    this.requests = new Requests(protocol, socket, conversation.slots().copy());
    conversation.input().allow(protocol.protocol().maxFrameBytes());
    parts.watch().add(running);
    parts.watch().add(pipeline);
  }

  ConnectionParts parts() {
    return parts;
  }

  WireSocket socket() {
    return socket;
  }

  Conversation conversation() {
    return conversation;
  }

  RunningStatement running() {
    return running;
  }

  boolean usable() {
    return !closed && pipeline.whole();
  }

  /** Whether an answer is being read that is too long to be taken off the connection at once. */
  boolean occupied() {
    return occupied;
  }

  void occupy(boolean longAnswer) {
    occupied = longAnswer;
  }

  /** See {@link Canceller#mayHaveHit}. */
  boolean cancelMayHaveHit(long beganNanos) {
    return canceller.mayHaveHit(beganNanos);
  }

  /** The statements that the server holds ready. */
  PreparedStatements prepared() {
    return prepared;
  }

  /** What the server says unasked. */
  Asides asides() {
    return asides;
  }

  /** Stops an execution, whether it runs or still waits for its turn. */
  void cancel(Turn turn) {
    if (turn.ready) {
      running.cancel();
    } else {
      Pipeline.cancel(turn);
    }
  }

  /** Runs a statement as it is, and drops its rows. */
  Answer simple(String text, boolean shared, Deadline deadline) {
    Answer answer = new Answer(protocol.places);
    Slots slots = new Slots(protocol.protocol().variables().count());
    slots.setObject(protocol.places.statementText, text);
    Turn turn = newTurn(Operation.Kind.SIMPLE, deadline);
    turn.closesLine = shared && copies();
    turn.asked = new Asked(slots, NoBinding.INSTANCE);
    submit(
        turn, to -> requests.put(to, Operation.Kind.SIMPLE, slots, NoBinding.INSTANCE), deadline);
    readToEnd(turn, answer);
    check.requireNoError(answer, finish(turn));
    return answer;
  }

  /** Whether a statement may turn out to be a copy. */
  boolean copies() {
    return protocol.tells(Event.COPY_IN);
  }

  Turn newTurn(Operation.Kind kind, Deadline deadline) {
    return new Turn(protocol.request(kind).state(), deadline);
  }

  /** Says what is wrong with answers. */
  AnswerCheck check() {
    return check;
  }

  /** Writes requests down. */
  Requests requests() {
    return requests;
  }

  /** Sends at once, past the line. Only for whom the connection is alone, within an operation. */
  void send(FrameOutput bytes) throws IOException {
    socket.write(bytes);
  }

  /** Sends what was put in line, though nobody waits for the answer yet. */
  void flush() throws IOException {
    pipeline.flush();
  }

  void submit(Turn turn, Outbox.RequestWriter request, Deadline deadline) {
    if (closed) {
      throw WireProblem.LOST.problem("The session is closed", "Try again: a new one is opened.");
    }
    if (deadline.passed()) {
      throw WireProblem.DEADLINE_PASSED.problem("The deadline had passed before the statement ran");
    }
    try {
      pipeline.submit(turn, request);
      if (!turn.ready) {
        parts.watch().wake();
        pipeline.await(turn);
      }
      running.start(() -> canceller.cancel(conversation.slots(), turn, this), deadline);
      parts.watch().wake();
    } catch (IOException e) {
      throw lost(e);
    }
  }

  /** Starts to read the answer of the operation whose turn it is. */
  @Nullable Transition begin(Turn turn, EventListener listener) {
    try {
      conversation.begin(turn.state, listener, turn.asked);
      return conversation.advance();
    } catch (IOException e) {
      throw lost(e);
    } catch (RuntimeException e) {
      throw confused(e);
    }
  }

  /** The next row; null at the end of the operation. */
  @Nullable Transition advance() {
    try {
      return conversation.advance();
    } catch (IOException e) {
      throw lost(e);
    } catch (RuntimeException e) {
      throw confused(e);
    }
  }

  void readToEnd(Turn turn, EventListener listener) {
    Transition row = begin(turn, listener);
    while (row != null) {
      row = advance();
    }
  }

  /**
   * The answer has been read to its end: the next operation may read its own.
   *
   * @return whether the operation was stopped, and why
   */
  RunningStatement.Stop finish(Turn turn) {
    RunningStatement.Stop stop = running.stopped();
    running.finish();
    canceller.awaitSent(turn);
    Turn next = pipeline.finish(turn);
    while (next != null) {
      readToEnd(next, new Answer(protocol.places));
      next = pipeline.finish(next);
    }
    return stop;
  }

  /** What it means that nothing can be read or written any more. */
  ProblemException lost(IOException e) {
    pipeline.breakOff(e);
    RunningStatement.Stop stop = running.stopped();
    running.finish();
    return Failures.lost(e, stop);
  }

  /** What came makes no sense: nothing that follows on this connection can be trusted. */
  RuntimeException confused(RuntimeException e) {
    pipeline.breakOff(new IOException("the protocol was violated"));
    running.finish();
    return e;
  }

  /** Reads what has come unasked. While nothing is on its way. */
  boolean peerIsThere() {
    try {
      conversation.begin(protocol.ready(), new Answer(protocol.places));
      socket.waitAtMost(A_MOMENT);
      for (int i = 0; i < MOST_UNASKED && !conversation.closed(); i++) {
        conversation.step();
      }
    } catch (SocketTimeoutException e) {
      return waitAsUsual();
    } catch (IOException e) {
      pipeline.breakOff(e);
      return false;
    } catch (RuntimeException e) {
      confused(e);
      return false;
    }
    if (conversation.closed()) {
      breakOff("the server ends the connection");
    }
    return !conversation.closed() && waitAsUsual();
  }

  private boolean waitAsUsual() {
    try {
      socket.waitAsUsual();
      return true;
    } catch (IOException e) {
      pipeline.breakOff(e);
      return false;
    }
  }

  void breakOff(String reason) {
    pipeline.breakOff(new IOException(reason));
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    parts.watch().remove(running);
    parts.watch().remove(pipeline);
    requests.terminate();
    socket.close();
  }
}
