package org.sqlxos.jdbc.internal.rows;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sqlxos.jdbc.internal.error.JdbcProblem;
import org.sqlxos.jdbc.internal.link.Link;
import org.sqlxos.jdbc.internal.link.Live;
import org.sqlxos.operation.api.ValueKind;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.wirepack.api.DescribedColumn;
import org.sqlxos.wirepack.api.StatementCursor;

/**
 * Rows that are read off the connection as they are asked for, in constant memory, until the
 * connection is needed for something else: then what is left of them is kept. Hot code.
 */
public final class StreamedRows implements Rows, Position, Live {

  private final Link link;
  private final StatementCursor cursor;
  private final List<DescribedColumn> columns;
  private final long most;
  private long row;
  private boolean onRow;
  private boolean ended;

  /** What was taken off the connection, and the row in sight among it; null while it streams. */
  private volatile @Nullable Deque<Kept> parked;

  private final Deque<StreamedRows> later = new ArrayDeque<>();
  private @Nullable Kept current;
  private @Nullable ProblemException broken;

  /**
   * @param most at most so many rows are shown; 0 for all
   */
  public StreamedRows(Link link, StatementCursor cursor, List<DescribedColumn> columns, long most) {
    this.link = link;
    this.cursor = cursor;
    this.columns = columns;
    this.most = most;
  }

  @Override
  public boolean next() throws SQLException {
    if (ended) {
      return false;
    }
    if (most > 0 && row == most) {
      end();
      return false;
    }
    return link.locked(this::advance);
  }

  private boolean advance() {
    Deque<Kept> kept = parked;
    if (kept == null) {
      onRow = cursor.next();
    } else {
      current = kept.poll();
      onRow = current != null;
      ProblemException failure = broken;
      if (!onRow && failure != null) {
        throw failure;
      }
    }
    row++;
    if (!onRow) {
      ended = true;
      link.done(this);
    }
    return onRow;
  }

  private void end() throws SQLException {
    ended = true;
    onRow = false;
    row++;
    if (parked == null) {
      link.locked(this::leave);
    }
    parked = null;
    current = null;
  }

  private boolean leave() {
    cursor.close();
    link.done(this);
    return true;
  }

  @Override
  public void park() {
    Deque<Kept> kept = new ArrayDeque<>();
    try {
      if (onRow) {
        current = Kept.of(cursor, columns.size());
      }
      while (!ended && (most == 0 || row + kept.size() < most) && cursor.next()) {
        kept.add(Kept.of(cursor, columns.size()));
      }
    } catch (ProblemException e) {
      // Whoever reads these rows is told, not whoever needs the connection.
      broken = e;
    }
    parked = kept;
    onRow = current != null;
    keepLater();
  }

  /** Further results are kept as well: without the cursor they would be lost. */
  private void keepLater() {
    try {
      while (broken == null && !ended && cursor.nextResult()) {
        StreamedRows next = new StreamedRows(link, cursor, cursor.columns(), most);
        Deque<Kept> kept = new ArrayDeque<>();
        while (cursor.next()) {
          kept.add(Kept.of(cursor, next.columns.size()));
        }
        next.parked = kept;
        later.add(next);
      }
    } catch (ProblemException e) {
      broken = e;
    }
    cursor.close();
  }

  /** What its columns are. */
  public List<DescribedColumn> columns() {
    return columns;
  }

  /**
   * The next result of the same statement; the rest of this one is dropped.
   *
   * @return empty if there is none
   */
  public Optional<StreamedRows> following() throws SQLException {
    Optional<StreamedRows> next = link.locked(this::goOn);
    ended = true;
    onRow = false;
    return next;
  }

  private Optional<StreamedRows> goOn() {
    if (parked != null) {
      return Optional.ofNullable(later.poll());
    }
    if (!cursor.nextResult()) {
      link.done(this);
      return Optional.empty();
    }
    StreamedRows next = new StreamedRows(link, cursor, cursor.columns(), most);
    link.reading(next);
    return Optional.of(next);
  }

  /** All rows, in memory. */
  public KeptRows keep() throws SQLException {
    List<Kept> rows = new ArrayList<>();
    while (next()) {
      Kept now = current;
      rows.add(parked != null && now != null ? now : Kept.of(cursor, columns.size()));
    }
    return new KeptRows(rows);
  }

  private boolean streams() throws SQLException {
    if (!onRow) {
      throw JdbcProblem.NO_SUCH_COLUMN.exception(
          "The result is not at a row", "Call next() and look what it returns.");
    }
    return parked == null;
  }

  private Object value(int column) {
    return Objects.requireNonNull(current).value(column);
  }

  @Override
  public ValueKind kind(int column) throws SQLException {
    return streams() ? cursor.kind(column) : Objects.requireNonNull(current).kinds()[column];
  }

  @Override
  public boolean truth(int column) throws SQLException {
    return streams() ? cursor.getBoolean(column) : (boolean) value(column);
  }

  @Override
  public long number(int column) throws SQLException {
    return streams() ? cursor.getLong(column) : (long) value(column);
  }

  @Override
  public double fraction(int column) throws SQLException {
    return streams() ? cursor.getDouble(column) : (double) value(column);
  }

  @Override
  public String text(int column) throws SQLException {
    return streams() ? cursor.getText(column) : (String) value(column);
  }

  @Override
  public byte[] bytes(int column) throws SQLException {
    return streams() ? cursor.getBytes(column) : (byte[]) value(column);
  }

  @Override
  public Position position() {
    return this;
  }

  @Override
  public int row() {
    return onRow ? Math.toIntExact(row) : 0;
  }

  @Override
  public boolean beforeFirst() {
    return row == 0;
  }

  @Override
  public boolean afterLast() {
    return ended && row > 1;
  }

  @Override
  public boolean last() throws SQLException {
    throw forwardOnly();
  }

  @Override
  public boolean go(int target) throws SQLException {
    throw forwardOnly();
  }

  @Override
  public int count() throws SQLException {
    throw forwardOnly();
  }

  private static SQLException forwardOnly() {
    return JdbcProblem.UNSUPPORTED.exception(
        "The result goes forward only", "Ask for ResultSet.TYPE_SCROLL_INSENSITIVE.");
  }

  @Override
  public void close() throws SQLException {
    if (!ended && !link.closed()) {
      end();
    }
    ended = true;
    onRow = false;
  }
}
