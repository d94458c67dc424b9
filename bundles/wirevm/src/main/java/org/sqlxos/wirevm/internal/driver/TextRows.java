package org.sqlxos.wirevm.internal.driver;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sqlxos.operation.api.Cursor;
import org.sqlxos.operation.api.ValueKind;

/** Rows of texts that are there already. */
final class TextRows implements Cursor {

  private final List<@Nullable String[]> rows;
  private int row = -1;

  TextRows(List<@Nullable String[]> rows) {
    this.rows = rows;
  }

  @Override
  public boolean next() {
    row++;
    return row < rows.size();
  }

  @Override
  public ValueKind kind(int column) {
    return rows.get(row)[column] == null ? ValueKind.NULL : ValueKind.TEXT;
  }

  @Override
  public String getText(int column) {
    String text = rows.get(row)[column];
    if (text == null) {
      throw wrongGetter();
    }
    return text;
  }

  @Override
  public boolean getBoolean(int column) {
    throw wrongGetter();
  }

  @Override
  public long getLong(int column) {
    throw wrongGetter();
  }

  @Override
  public double getDouble(int column) {
    throw wrongGetter();
  }

  @Override
  public byte[] getBytes(int column) {
    throw wrongGetter();
  }

  private static IllegalStateException wrongGetter() {
    return new IllegalStateException("the value is a text or NULL: ask kind() first");
  }

  @Override
  public void close() {}
}
