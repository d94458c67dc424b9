package org.sqlxos.wirevm.internal.running;

import java.util.List;
import org.sqlxos.operation.api.ValueKind;
import org.sqlxos.wirepack.api.DescribedColumn;
import org.sqlxos.wirepack.api.StatementCursor;

/** What came of a statement that returned no rows, and has ended. */
public record ChangedRows(long affectedRows, long generatedKey) implements StatementCursor {

  @Override
  public List<DescribedColumn> columns() {
    return List.of();
  }

  @Override
  public boolean next() {
    return false;
  }

  @Override
  public ValueKind kind(int column) {
    throw none();
  }

  @Override
  public boolean getBoolean(int column) {
    throw none();
  }

  @Override
  public long getLong(int column) {
    throw none();
  }

  @Override
  public double getDouble(int column) {
    throw none();
  }

  @Override
  public String getText(int column) {
    throw none();
  }

  @Override
  public byte[] getBytes(int column) {
    throw none();
  }

  private static IllegalStateException none() {
    return new IllegalStateException("there is no row");
  }

  @Override
  public void close() {}
}
