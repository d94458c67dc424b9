package org.sqlxos.wirevm.internal.session;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sqlxos.operation.api.Cursor;
import org.sqlxos.operation.api.TargetStatement;
import org.sqlxos.operation.api.ValueKind;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.wirevm.internal.compile.RowReader;
import org.sqlxos.wirevm.internal.error.DatabaseError;
import org.sqlxos.wirevm.internal.frame.BodyReader;
import org.sqlxos.wirevm.internal.protocol.Event;
import org.sqlxos.wirevm.internal.protocol.Slots;
import org.sqlxos.wirevm.internal.running.RunningStatement;
import org.sqlxos.wirevm.internal.value.Scratch;
import org.sqlxos.wirevm.internal.value.ValueFormat;

/**
 * The rows of an answer. Hot code: a row is not copied, its values are read where they came in;
 * nothing is allocated for it but what the getters return. {@code distribution/bench wire} watches
 * it.
 */
final class WireCursor extends Answer implements Cursor {

  /** What is read away when nobody wants the rest, before the server is told to stop. */
  private static final int MOST_DROPPED_BYTES = 1024 * 1024;

  private final WireConnection connection;
  private final Turn turn;
  private final Prepared prepared;
  private final TargetStatement statement;
  private final CompiledProtocol protocol;
  private final BodyReader live;
  private BodyReader body;
  private ValueFormat[] formats = new ValueFormat[0];
  private int[] widths = new int[0];
  private int[] places = new int[0];

  /** The result that is read, and the last that the server has begun to give: mostly the same. */
  private @Nullable ResultDescription described;

  private @Nullable ResultDescription announced;
  private boolean first = true;
  private @Nullable Transition row;
  private @Nullable Transition storedRow;
  private @Nullable StoredFrames stored;
  private final Scratch scratch = new Scratch();
  private byte[] bytes = new byte[0];
  private boolean started;
  private boolean finished;
  private boolean closed;
  private RunningStatement.Stop stopped = RunningStatement.Stop.NONE;

  WireCursor(WireConnection connection, Turn turn, Prepared prepared, TargetStatement statement) {
    super(connection.parts().protocol().places);
    this.connection = connection;
    this.turn = turn;
    this.prepared = prepared;
    this.statement = statement;
    this.protocol = connection.parts().protocol();
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
    row = connection.begin(turn, this);
    if (row != null) {
      if (rowIsMine()) {
        useFormatsOrEnd();
      }
      if (apart) {
        store();
      }
    } else {
      finish();
    }
    DatabaseError error = error();
    if (error != null) {
      closed = true;
    }
    return error;
  }

  /** What cannot be read as planned is read away: the connection is others' again. */
  private void useFormatsOrEnd() {
    try {
      useFormats();
    } catch (ProblemException e) {
      closed = true;
      skipToEnd();
      throw e;
    }
  }

  private void useFormats() {
    ResultDescription mine = described;
    formats =
        mine == null
            ? prepared.formats(statement.columns())
            : mine.columns().adaptedTo(first ? statement.columns() : List.of());
    widths = Columns.widths(formats);
    places = new int[2 * formats.length];
  }

  @Override
  public void on(Event event, Slots slots) {
    super.on(event, slots);
    ResultDescription last = announced;
    if (event == Event.RESULT) {
      announced = new ResultDescription(protocol);
      if (last == null) {
        described = announced;
      } else {
        last.next = announced;
      }
    } else if (event == Event.COLUMN && last != null) {
      last.on(event, slots);
    }
  }

  /** Whether the row that came last belongs to the result that is read. */
  private boolean rowIsMine() {
    return described == announced;
  }

  /** What fits is taken off; the row after that stays where it came in. */
  private void store() {
    StoredFrames frames = new StoredFrames();
    Transition reader = row;
    Transition next = row;
    while (next != null && rowIsMine() && frames.add(live)) {
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
      return rowIsMine() && end();
    }
    // The first row of a later result is kept for whoever asks for that.
    started = rowIsMine();
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
    while (row != null && rowIsMine()) {
      row = connection.advance();
    }
    if (row == null) {
      finish();
    }
    if (rowIsMine()) {
      return end();
    }
    described = Objects.requireNonNull(described).next;
    first = false;
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
      reader.read(body, formats.length, widths, places);
    } catch (ProblemException e) {
      throw connection.confused(e);
    }
    bytes = body.array();
  }

  private boolean end() {
    closed = true;
    connection.check().requireWhole(this, stopped);
    return false;
  }

  /** Throws what the server said after the rows, if it was an error. */
  void requireNoError() {
    connection.check().requireNoError(this, stopped);
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

  RunningStatement.Stop stopped() {
    return stopped;
  }

  private int place(int column) {
    return places[2 * column];
  }

  private int length(int column) {
    return places[2 * column + 1];
  }

  @Override
  public ValueKind kind(int column) {
    int length = length(column);
    return length < 0 ? ValueKind.NULL : formats[column].kind(bytes, place(column), length);
  }

  @Override
  public boolean getBoolean(int column) {
    return formats[column].toBoolean(bytes, place(column), present(column));
  }

  @Override
  public long getLong(int column) {
    return formats[column].toLong(bytes, place(column), present(column));
  }

  @Override
  public double getDouble(int column) {
    return formats[column].toDouble(bytes, place(column), present(column));
  }

  @Override
  public String getText(int column) {
    return formats[column].toText(bytes, place(column), present(column), scratch);
  }

  @Override
  public byte[] getBytes(int column) {
    return formats[column].toBytes(bytes, place(column), present(column));
  }

  private int present(int column) {
    int length = length(column);
    if (length < 0) {
      throw new IllegalStateException("the value is of kind " + ValueKind.NULL);
    }
    return length;
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
