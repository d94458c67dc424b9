package org.sqlxos.security.internal.admit;

import org.sqlxos.operation.api.Cursor;
import org.sqlxos.operation.api.Utf8View;
import org.sqlxos.operation.api.ValueKind;
import org.sqlxos.security.internal.problem.SecurityProblem;

/** Rows up to a number. One more breaks them off, so that nobody takes a part for the whole. */
final class BoundedCursor implements Cursor {

  private final Cursor rows;
  private final int most;
  private int read;

  BoundedCursor(Cursor rows, int most) {
    this.rows = rows;
    this.most = most;
  }

  @Override
  public boolean next() {
    boolean more = rows.next();
    if (more && ++read > most) {
      throw SecurityProblem.TOO_MUCH.problem(
          "this caller may ask for %d rows at once".formatted(most), "ask for pages");
    }
    return more;
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
  public boolean nextResult() {
    return rows.nextResult();
  }

  @Override
  public void close() {
    rows.close();
  }
}
