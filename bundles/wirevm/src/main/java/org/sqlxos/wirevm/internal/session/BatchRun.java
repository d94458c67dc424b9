package org.sqlxos.wirevm.internal.session;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.wirevm.internal.error.DatabaseError;
import org.sqlxos.wirevm.internal.frame.FrameOutput;
import org.sqlxos.wirevm.internal.protocol.Operation;
import org.sqlxos.wirevm.internal.running.RunningStatement;
import org.sqlxos.wirevm.internal.transaction.RowProblem;

/**
 * Sends the rows of a batch without waiting in between, on a connection that is alone. Its answers
 * are read meanwhile, by a thread of their own once the rows are more than one piece.
 */
final class BatchRun {

  private static final int FIRST_BYTES = 8 * 1024;
  private static final int MOST_UNANSWERED = 2048;

  private final WireConnection connection;
  private final Conversation conversation;
  private final CompiledProtocol.Request request;
  private final boolean together;
  private final BatchRequests requests;
  private final BatchAnswers answers;
  private final Turn turn;
  private final Deadline deadline;
  private final FrameOutput piece = new FrameOutput(FIRST_BYTES);

  /** Permits for the answers that may be read, and one more when all have been sent. */
  private final Semaphore sent = new Semaphore(0);

  private volatile int rowsSent;

  /** Permits for rows that may be sent: those of which each has an answer cannot be called back. */
  private final Semaphore room = new Semaphore(MOST_UNANSWERED);

  /**
   * @param together whether the protocol has one answer for all rows, and carries them out all or
   *     not at all
   */
  BatchRun(
      WireConnection connection,
      Prepared prepared,
      boolean together,
      List<? extends List<? extends @Nullable Object>> rows,
      Deadline deadline) {
    this.connection = connection;
    this.conversation = connection.conversation();
    this.together = together;
    this.deadline = deadline;
    CompiledProtocol protocol = connection.parts().protocol();
    Operation.Kind kind = together ? Operation.Kind.BATCH : Operation.Kind.EXECUTE;
    this.request = protocol.request(kind);
    this.requests =
        new BatchRequests(
            connection, prepared, together ? request.each() : request.messages(), rows.iterator());
    this.answers = new BatchAnswers(protocol.places);
    this.turn = connection.newTurn(kind, deadline);
  }

  /** The turn that a cancel has to stop. */
  Turn turn() {
    return turn;
  }

  /**
   * Writes the first rows down.
   *
   * @return whether that was all, so that nothing is sent that cannot be sent to its end
   */
  boolean prepare() {
    requests.fill(piece);
    return requests.done();
  }

  /** Runs all rows. */
  long[] run() {
    connection.submit(turn, _ -> {}, deadline);
    @Nullable ProblemException unsent;
    try {
      connection.flush();
      AnswerReader reader = AnswerReader.start(together ? this::readAll : this::readEach);
      boolean done = false;
      try {
        unsent = send();
        done = true;
      } finally {
        if (!done) {
          connection.breakOff("the batch could not be sent");
        }
        sent.release();
        reader.await();
      }
    } catch (IOException e) {
      throw connection.lost(e);
    } catch (RuntimeException e) {
      throw connection.confused(e);
    }
    RunningStatement.Stop stop = connection.finish(turn);
    requireDone(stop);
    if (unsent != null) {
      throw unsent;
    }
    return answers.changed();
  }

  private void requireDone(RunningStatement.Stop stop) {
    DatabaseError error = answers.error();
    if (stop != RunningStatement.Stop.NONE) {
      throw Failures.stopped(stop);
    }
    if (error != null) {
      ProblemException failure = connection.check().failed(error, stop);
      // What all rows together break is told after the last one.
      throw answers.complete() < requests.put()
          ? RowProblem.at(answers.complete(), failure)
          : failure;
    }
  }

  /**
   * @return what is wrong with a row that could not be written
   */
  private @Nullable ProblemException send() throws IOException {
    ProblemException unsent = null;
    boolean stopped = false;
    while (!stopped) {
      if (!together) {
        room.acquireUninterruptibly(requests.put() - rowsSent);
      }
      connection.send(piece);
      piece.truncate(0);
      release();
      stopped =
          requests.done()
              || answers.refused()
              || connection.running().stopped() != RunningStatement.Stop.NONE;
      if (!stopped) {
        try {
          requests.fill(piece);
        } catch (ProblemException e) {
          unsent = e;
          stopped = true;
          // What was written of this piece is not sent: it is undone in any case.
          piece.truncate(0);
        }
      }
    }
    if (together) {
      requests.end(piece, request.messages());
      connection.send(piece);
    }
    return unsent;
  }

  private void release() {
    int before = rowsSent;
    rowsSent = requests.put();
    sent.release(rowsSent - before);
  }

  private void readAll() throws IOException {
    conversation.begin(turn.state, answers.new OfAll());
    while (!conversation.ended()) {
      conversation.step();
    }
  }

  private void readEach() throws IOException {
    try {
      readAnswers();
    } finally {
      // Whoever still waits sees that nothing can be sent any more.
      room.release(MOST_UNANSWERED);
    }
  }

  private void readAnswers() throws IOException {
    for (int read = 0; ; read++) {
      sent.acquireUninterruptibly();
      if (read == rowsSent) {
        return;
      }
      Answer answer = new Answer(connection.parts().protocol().places);
      conversation.begin(turn.state, answer);
      while (!conversation.ended()) {
        conversation.step();
      }
      answers.read(answer);
      room.release();
    }
  }
}
