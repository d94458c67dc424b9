package org.sqlxos.wirevm.internal.execute;

import org.sqlxos.operation.api.Cursor;
import org.sqlxos.operation.api.Utf8View;
import org.sqlxos.operation.api.ValueKind;
import org.sqlxos.wirepack.api.Session;

/** Rows together with the session they come from, which goes back when they end. */
final class SessionCursor implements Cursor {

  private final Cursor rows;
  private final Session session;

  /** The next result was found when this one ended: without one the session goes back at once. */
  private boolean further;

  SessionCursor(Cursor rows, Session session) {
    this.rows = rows;
    this.session = session;
  }

  @Override
  public boolean next() {
    if (further) {
      return false;
    }
    boolean found = false;
    try {
      found = rows.next();
      further = !found && rows.nextResult();
      return found;
    } finally {
      if (!found && !further) {
        close();
      }
    }
  }

  @Override
  public boolean nextResult() {
    if (further) {
      further = false;
      return true;
    }
    boolean found = false;
    try {
      found = rows.nextResult();
      return found;
    } finally {
      if (!found) {
        close();
      }
    }
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
    try {
      rows.close();
    } finally {
      session.close();
    }
  }
}
