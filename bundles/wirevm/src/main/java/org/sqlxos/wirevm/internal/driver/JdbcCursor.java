package org.sqlxos.wirevm.internal.driver;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.sqlxos.operation.api.ValueKind;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.wirepack.api.DescribedColumn;
import org.sqlxos.wirepack.api.StatementCursor;
import org.sqlxos.wirevm.internal.running.RunningStatement;

/**
 * The rows of a driver. Hot code.
 *
 * <p>One call of the driver for each value that is asked for: {@code getObject} says at once
 * whether there is a value, of which class it is and what it is. The typed getters of JDBC would
 * convert silently what a column was not declared for, and ask the database twice more to find out.
 * The box that a number comes in does not leave {@link ValueSlot#natural}.
 */
final class JdbcCursor implements StatementCursor {

  private final ResultSet rows;
  private final ValueReader[] readers;
  private final ValueSlot[] slots;
  private final JdbcSession session;
  private final String text;
  private long row;
  private boolean closed;

  JdbcCursor(ResultSet rows, ValueReader[] readers, JdbcSession session, String text) {
    this.rows = rows;
    this.readers = readers;
    this.session = session;
    this.text = text;
    this.slots = new ValueSlot[readers.length];
    for (int i = 0; i < slots.length; i++) {
      slots[i] = new ValueSlot();
    }
  }

  @Override
  public List<DescribedColumn> columns() {
    try {
      return JdbcColumns.of(rows.getMetaData());
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /** Drivers do not tell what a statement with rows has changed. */
  @Override
  public long affectedRows() {
    return 0;
  }

  @Override
  public long generatedKey() {
    return 0;
  }

  @Override
  public boolean next() {
    if (closed) {
      return false;
    }
    try {
      if (session.statements().running().stopped() != RunningStatement.Stop.NONE) {
        throw new SQLException("stopped between two rows");
      }
      row++;
      if (rows.next()) {
        return true;
      }
    } catch (SQLException e) {
      throw failed(e);
    }
    // The database gives back its locks now, not only when the reader remembers to close.
    close();
    return false;
  }

  @Override
  public ValueKind kind(int column) {
    return slot(column).kind();
  }

  @Override
  public boolean getBoolean(int column) {
    return slot(column).number(ValueKind.BOOLEAN) != 0;
  }

  @Override
  public long getLong(int column) {
    return slot(column).number(ValueKind.INTEGER);
  }

  @Override
  public double getDouble(int column) {
    return slot(column).floating();
  }

  @Override
  public String getText(int column) {
    return slot(column).text();
  }

  @Override
  public byte[] getBytes(int column) {
    return slot(column).bytes();
  }

  private ValueSlot slot(int column) {
    ValueSlot slot = slots[column];
    if (slot.row != row) {
      try {
        Object stored = rows.getObject(column + 1);
        if (stored == null) {
          slot.setNull();
        } else {
          readers[column].read(stored, slot);
        }
      } catch (SQLException e) {
        throw failed(e);
      }
      slot.row = row;
    }
    return slot;
  }

  private ProblemException failed(SQLException e) {
    ProblemException problem = session.statements().failed(e, text);
    close();
    return problem;
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      rows.close();
    } catch (SQLException e) {
      // The statement stays open inside the driver, so it is not used again.
      session.statements().drop(text);
    }
    session.cursorClosed(this);
  }
}
