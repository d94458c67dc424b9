package org.sqlxos.jdbc.internal.rows;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sqlxos.jdbc.internal.error.JdbcProblem;
import org.sqlxos.operation.api.ValueKind;

/** Rows in memory, to go to and fro. */
public final class KeptRows implements Rows, Position {

  private final List<Kept> rows;
  private int row;

  KeptRows(List<Kept> rows) {
    this.rows = rows;
  }

  /** Rows that were never on a connection: of texts, whole numbers and truths. */
  public static KeptRows of(List<? extends List<? extends @Nullable Object>> rows) {
    return new KeptRows(rows.stream().map(Kept::of).toList());
  }

  /** These rows, and behind them others. */
  public KeptRows and(KeptRows others) {
    List<Kept> all = new ArrayList<>(rows);
    all.addAll(others.rows);
    return new KeptRows(all);
  }

  private Kept current() throws SQLException {
    if (row < 1 || row > rows.size()) {
      throw JdbcProblem.NO_SUCH_COLUMN.exception(
          "The result is not at a row", "Call next() and look what it returns.");
    }
    return rows.get(row - 1);
  }

  @Override
  public boolean next() {
    return go(row + 1);
  }

  @Override
  public ValueKind kind(int column) throws SQLException {
    return current().kinds()[column];
  }

  @Override
  public boolean truth(int column) throws SQLException {
    return (boolean) current().value(column);
  }

  @Override
  public long number(int column) throws SQLException {
    return (long) current().value(column);
  }

  @Override
  public double fraction(int column) throws SQLException {
    return (double) current().value(column);
  }

  @Override
  public String text(int column) throws SQLException {
    return Objects.toString(current().value(column));
  }

  @Override
  public byte[] bytes(int column) throws SQLException {
    return (byte[]) current().value(column);
  }

  @Override
  public Position position() {
    return this;
  }

  @Override
  public int row() {
    return row > rows.size() ? 0 : row;
  }

  @Override
  public boolean beforeFirst() {
    return row == 0 && !rows.isEmpty();
  }

  @Override
  public boolean afterLast() {
    return row > rows.size() && !rows.isEmpty();
  }

  @Override
  public boolean last() {
    return row == rows.size() && row > 0;
  }

  @Override
  public boolean go(int target) {
    row = Math.clamp(target, 0, rows.size() + 1);
    return row > 0 && row <= rows.size();
  }

  @Override
  public int count() {
    return rows.size();
  }

  @Override
  public void close() {}
}
