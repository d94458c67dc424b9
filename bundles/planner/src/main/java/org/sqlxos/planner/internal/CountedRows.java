package org.sqlxos.planner.internal;

import java.util.OptionalLong;
import java.util.function.LongSupplier;
import org.sqlxos.operation.api.Cursor;
import org.sqlxos.operation.api.Outcome;
import org.sqlxos.operation.api.Utf8View;
import org.sqlxos.operation.api.ValueKind;

/**
 * The rows of a counted query: hides the last column, which holds the total, and tells it when
 * asked. A page without rows cannot carry its total; then, and only then, the rows are counted by a
 * statement of their own.
 */
final class CountedRows implements Cursor, Outcome.Total {

  private static final long NOT_SEEN = -1;

  private final Cursor rows;
  private final int totalColumn;
  private final LongSupplier count;
  private long total = NOT_SEEN;

  CountedRows(Cursor rows, int totalColumn, LongSupplier count) {
    this.rows = rows;
    this.totalColumn = totalColumn;
    this.count = count;
  }

  @Override
  public boolean next() {
    boolean more = rows.next();
    if (more && total == NOT_SEEN) {
      total = rows.getLong(totalColumn);
    }
    return more;
  }

  @Override
  public OptionalLong value() {
    if (total == NOT_SEEN) {
      total = count.getAsLong();
    }
    return OptionalLong.of(total);
  }

  @Override
  public boolean nextResult() {
    return rows.nextResult();
  }

  @Override
  public ValueKind kind(int column) {
    return rows.kind(column);
  }

  @Override
  public boolean getBoolean(int column) {
    return rows.getBoolean(column);
  }

  @Override
  public long getLong(int column) {
    return rows.getLong(column);
  }

  @Override
  public double getDouble(int column) {
    return rows.getDouble(column);
  }

  @Override
  public String getText(int column) {
    return rows.getText(column);
  }

  @Override
  public void getText(int column, Utf8View into) {
    rows.getText(column, into);
  }

  @Override
  public byte[] getBytes(int column) {
    return rows.getBytes(column);
  }

  @Override
  public void close() {
    rows.close();
  }
}
