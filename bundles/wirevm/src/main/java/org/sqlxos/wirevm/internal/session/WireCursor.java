package org.sqlxos.wirevm.internal.session;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sqlxos.operation.api.ValueKind;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.wirepack.api.DescribedColumn;
import org.sqlxos.wirepack.api.StatementCursor;
import org.sqlxos.wirevm.internal.WireProblem;
import org.sqlxos.wirevm.internal.compile.RowReader;
import org.sqlxos.wirevm.internal.error.DatabaseError;
import org.sqlxos.wirevm.internal.frame.BodyReader;
import org.sqlxos.wirevm.internal.running.RunningStatement;

/** The rows of an answer, read off the connection as they are asked for. Hot code. */
final class WireCursor extends RowValues implements StatementCursor {

  /** What is read away when nobody wants the rest, before the server is told to stop. */
  private static final int MOST_DROPPED_BYTES = 1024 * 1024;

  private final WireConnection connection;
  private final Turn turn;
  private final ResultsAnswer answer;
  private final BodyReader live;
  private BodyReader body;
  private @Nullable Transition row;
  private @Nullable Transition storedRow;
  private @Nullable StoredFrames stored;
  private boolean started;
  private boolean finished;
  private boolean closed;
  private RunningStatement.Stop stopped = RunningStatement.Stop.NONE;

  WireCursor(WireConnection connection, Turn turn, ResultsAnswer answer) {
    this.connection = connection;
    this.turn = turn;
    this.answer = answer;
    this.live = connection.conversation().body();
    this.body = live;
  }

  /**
   * Reads to the first row.
   *
   * @param apart whether what follows is taken off the connection at once, as far as it is not too
   *     much, so that nobody behind has to wait for a slow reader
   * @return the server's error, after which the cursor is closed
   */
  @Nullable DatabaseError start(boolean apart) {
    row = connection.begin(turn, answer);
    if (row != null) {
      if (answer.inCurrent()) {
        useFormatsOrEnd();
      }
      if (apart) {
        store();
      }
    } else {
      finish();
    }
    DatabaseError error = answer.error();
    if (error != null) {
      closed = true;
    }
    return error;
  }

  /** What cannot be read as planned is read away: the connection is others' again. */
  private void useFormatsOrEnd() {
    try {
      use(answer.formats());
    } catch (ProblemException e) {
      closed = true;
      skipToEnd();
      throw e;
    }
  }

  /** What fits is taken off; the row after that stays where it came in. */
  private void store() {
    StoredFrames frames = new StoredFrames();
    Transition reader = row;
    Transition next = row;
    while (next != null && answer.inCurrent() && frames.add(live)) {
      next = connection.advance();
    }
    stored = frames;
    storedRow = reader;
    row = next;
    if (next == null) {
      finish();
    } else {
      connection.occupy(true);
    }
  }

  @Override
  public boolean next() {
    if (closed) {
      return false;
    }
    StoredFrames frames = stored;
    if (frames != null) {
      if (frames.next()) {
        body = frames.body();
        read(storedRow);
        return true;
      }
      body = live;
      stored = null;
    }
    if (started && !finished) {
      row = connection.advance();
    }
    Transition current = row;
    if (current == null) {
      finish();
      return answer.inCurrent() && end();
    }
    // The first row of a later result is kept for whoever asks for that.
    started = answer.inCurrent();
    if (started) {
      read(current);
    }
    return started;
  }

  @Override
  public boolean nextResult() {
    if (closed) {
      return false;
    }
    stored = null;
    body = live;
    while (row != null && answer.inCurrent()) {
      row = connection.advance();
    }
    if (row == null) {
      finish();
    }
    if (answer.inCurrent()) {
      return end();
    }
    answer.toNext();
    started = false;
    useFormatsOrEnd();
    return true;
  }

  private void read(@Nullable Transition current) {
    RowReader reader = current == null ? null : current.row;
    if (reader == null) {
      throw new IllegalStateException("there is no row");
    }
    try {
      read(reader, body);
    } catch (ProblemException e) {
      throw connection.confused(e);
    }
  }

  private boolean end() {
    closed = true;
    connection.check().requireWhole(answer, stopped);
    return false;
  }

  /** Throws what the server said after the rows, if it was an error. */
  void requireNoError() {
    connection.check().requireNoError(answer, stopped);
  }

  private void finish() {
    if (!finished) {
      finished = true;
      connection.occupy(false);
      stopped = connection.finish(turn);
    }
  }

  /** Reads what is left, and gives the connection free. */
  void skipToEnd() {
    long dropped = 0;
    boolean told = false;
    if (closed && !finished) {
      connection.conversation().unwanted();
    }
    while (!finished) {
      if (connection.advance() == null) {
        finish();
      } else {
        dropped += (long) live.end() - live.position();
        if (dropped > MOST_DROPPED_BYTES && !told && closed) {
          told = true;
          connection.running().cancel();
        }
      }
    }
  }

  @Override
  public List<DescribedColumn> columns() {
    return answer.columns().described();
  }

  @Override
  public long affectedRows() {
    return answer.affectedRows();
  }

  /** How many rows a write has changed; read to the end of what tells it. */
  long changedRows() {
    long outcomes = 0;
    if (answer.tellsOutcome()) {
      while (next()) {
        if (kind(0) != ValueKind.BOOLEAN) {
          throw connection.confused(
              WireProblem.MALFORMED.problem("What a write did is not told by a truth value"));
        }
        outcomes += getBoolean(0) ? 1 : 0;
      }
    }
    skipToEnd();
    return outcomes + answer.affectedRows();
  }

  @Override
  public long generatedKey() {
    return answer.generatedKey();
  }

  RunningStatement.Stop stopped() {
    return stopped;
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      if (connection.usable()) {
        skipToEnd();
      }
    }
  }
}
