package org.sqlxos.wirevm.internal.session;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.operation.api.TargetStatement;
import org.sqlxos.problem.api.Problem;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.wirevm.internal.Undeclared;
import org.sqlxos.wirevm.internal.WireProblem;
import org.sqlxos.wirevm.internal.frame.FrameOutput;
import org.sqlxos.wirevm.internal.protocol.Operation;
import org.sqlxos.wirevm.internal.protocol.Slots;
import org.sqlxos.wirevm.internal.running.RunningStatement;

/** One copy, in or out, on a connection that is alone. */
final class CopyRun {

  static final int PIECE_BYTES = 64 * 1024;

  private final WireConnection connection;
  private final CompiledProtocol protocol;
  private final Conversation conversation;
  private final TargetStatement statement;
  private final Deadline deadline;
  private final Turn turn;
  private final Slots variables;
  private final FrameOutput piece = new FrameOutput(PIECE_BYTES + 64);

  CopyRun(WireConnection connection, TargetStatement statement, Deadline deadline) {
    this.connection = connection;
    this.protocol = connection.parts().protocol();
    this.conversation = connection.conversation();
    this.statement = statement;
    this.deadline = deadline;
    if (protocol.find(Operation.Kind.COPY) == null) {
      throw Undeclared.copy();
    }
    if (!statement.parameters().isEmpty()) {
      throw WireProblem.NO_COPY.problem("A copy takes no parameters");
    }
    this.turn = connection.newTurn(Operation.Kind.COPY, deadline);
    this.variables = conversation.slots().copy();
  }

  /** The turn that a cancel has to stop. */
  Turn turn() {
    return turn;
  }

  private void start() {
    Slots asked = new Slots(protocol.protocol().variables().count());
    asked.setObject(protocol.places.statementText, statement.text());
    connection.submit(
        turn,
        to -> connection.requests().put(to, Operation.Kind.COPY, asked, NoBinding.INSTANCE),
        deadline);
  }

  /** Takes the server's words and the rows it gives. */
  long out(OutputStream sink) {
    BufferedOutputStream buffered = new BufferedOutputStream(sink, PIECE_BYTES);
    CopyAnswer answer = new CopyAnswer(protocol.places, buffered);
    start();
    try {
      conversation.begin(turn.state, answer);
      boolean stopping = false;
      while (!conversation.ended()) {
        conversation.step();
        if (!stopping && answer.sinkFailure() != null) {
          stopping = true;
          connection.cancel(turn);
        }
        refuseRows(answer, 0);
      }
    } catch (IOException e) {
      throw connection.lost(e);
    } catch (RuntimeException e) {
      throw connection.confused(e);
    }
    RunningStatement.Stop stop = connection.finish(turn);
    Exception failure = answer.sinkFailure();
    if (failure == null) {
      connection.check().requireWhole(answer.in() > 0 ? new Answer(protocol.places) : answer, stop);
      require(answer.out() > 0 && answer.in() == 0);
      failure = flush(buffered);
    }
    if (failure != null) {
      throw broken(WireProblem.COPY_SINK, "What was copied out could not be written", failure);
    }
    return answer.affectedRows();
  }

  private static @Nullable Exception flush(OutputStream buffered) {
    try {
      buffered.flush();
      return null;
    } catch (IOException | RuntimeException e) {
      return e;
    }
  }

  private void require(boolean rightWay) {
    if (!rightWay) {
      throw WireProblem.NO_COPY.problem(
          "The statement is no copy in this direction, or several of them",
          "Copy in with a statement that takes rows, out with one that gives them, one at a time.");
    }
  }

  /** Gives the server the source's bytes as its rows. */
  long in(InputStream source) {
    CopyAnswer answer = new CopyAnswer(protocol.places, OutputStream.nullOutputStream());
    start();
    @Nullable Exception failure = null;
    try {
      conversation.begin(turn.state, answer);
      while (!conversation.ended() && answer.in() == 0 && answer.out() == 0) {
        conversation.step();
      }
      if (answer.out() > 0) {
        connection.cancel(turn);
      }
      if (answer.in() > 0) {
        failure = send(source, answer);
      } else {
        readAway();
      }
    } catch (IOException e) {
      throw connection.lost(e);
    } catch (RuntimeException e) {
      throw connection.confused(e);
    }
    RunningStatement.Stop stop = connection.finish(turn);
    if (failure != null) {
      throw broken(WireProblem.COPY_SOURCE, "What was to be copied in could not be read", failure);
    }
    if (answer.out() == 0 && answer.in() < 2) {
      connection.check().requireWhole(answer, stop);
    }
    require(answer.out() == 0 && answer.in() == 1);
    return answer.affectedRows();
  }

  private void readAway() throws IOException {
    while (!conversation.ended()) {
      conversation.step();
    }
  }

  /**
   * @return what the source failed with
   */
  private @Nullable Exception send(InputStream source, CopyAnswer answer) throws IOException {
    AnswerReader reader =
        AnswerReader.start(
            () -> {
              while (!conversation.ended()) {
                conversation.step();
                refuseRows(answer, 1);
              }
            });
    boolean sent = false;
    try {
      Exception failure = sendPieces(source, answer, reader);
      sent = true;
      return failure;
    } finally {
      if (!sent) {
        connection.breakOff("the copy could not be sent");
      }
      reader.await();
    }
  }

  private @Nullable Exception sendPieces(InputStream source, CopyAnswer answer, AnswerReader reader)
      throws IOException {
    byte[] buffer = new byte[PIECE_BYTES];
    while (!reader.ended() && !answer.refused()) {
      if (connection.running().stopped() != RunningStatement.Stop.NONE) {
        send(Operation.Kind.COPY_FAIL);
        return null;
      }
      int count;
      try {
        count = read(source, buffer);
      } catch (IOException | RuntimeException e) {
        send(Operation.Kind.COPY_FAIL);
        return e;
      }
      if (count < 0) {
        send(Operation.Kind.COPY_END);
        return null;
      }
      variables.setObject(
          protocol.places.copyData, count == buffer.length ? buffer : Arrays.copyOf(buffer, count));
      send(Operation.Kind.COPY_DATA);
    }
    return null;
  }

  /** What the source has at hand: whoever gives rows slowly wants them to arrive all the same. */
  private static int read(InputStream source, byte[] buffer) throws IOException {
    int count = source.read(buffer);
    while (count >= 0 && count < buffer.length && source.available() > 0) {
      int more = source.read(buffer, count, buffer.length - count);
      if (more < 0) {
        break;
      }
      count += more;
    }
    return count;
  }

  private void send(Operation.Kind kind) throws IOException {
    send(kind, piece);
  }

  private void send(Operation.Kind kind, FrameOutput piece) throws IOException {
    piece.truncate(0);
    connection
        .requests()
        .put(piece, protocol.request(kind).messages(), variables, NoBinding.INSTANCE);
    connection.send(piece);
  }

  /** Of a statement that copies in a second time, or the wrong way, the server waits for rows. */
  private void refuseRows(CopyAnswer answer, int expected) throws IOException {
    if (answer.asksAgain(expected)) {
      send(Operation.Kind.COPY_FAIL, new FrameOutput(64));
    }
  }

  private static ProblemException broken(WireProblem code, String what, Exception failure) {
    Problem problem =
        Problem.of(code, "%s: %s".formatted(what, failure))
            .withHint("Nothing is kept of the copy. The session can be used further.");
    return new ProblemException(problem, failure);
  }
}
