package org.sqlxos.wirevm.internal.session;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sqlxos.operation.api.Cursor;
import org.sqlxos.operation.api.Utf8View;
import org.sqlxos.operation.api.ValueKind;

/** Rows of text that have been read already. */
final class TextRows implements Cursor {

  private final List<List<@Nullable String>> rows;
  private int at = -1;

  TextRows(List<List<@Nullable String>> rows) {
    this.rows = List.copyOf(rows);
  }

  @Override
  public boolean next() {
    return ++at < rows.size();
  }

  @Override
  public boolean nextResult() {
    return false;
  }

  @Override
  public ValueKind kind(int column) {
    return rows.get(at).get(column) == null ? ValueKind.NULL : ValueKind.TEXT;
  }

  @Override
  public String getText(int column) {
    String text = rows.get(at).get(column);
    if (text == null) {
      throw new IllegalStateException("the value is of kind " + ValueKind.NULL);
    }
    return text;
  }

  @Override
  public void getText(int column, Utf8View into) {
    byte[] text = getText(column).getBytes(StandardCharsets.UTF_8);
    into.show(text, 0, text.length);
  }

  @Override
  public boolean getBoolean(int column) {
    throw otherKind(column);
  }

  @Override
  public long getLong(int column) {
    throw otherKind(column);
  }

  @Override
  public double getDouble(int column) {
    throw otherKind(column);
  }

  @Override
  public byte[] getBytes(int column) {
    throw otherKind(column);
  }

  private IllegalStateException otherKind(int column) {
    return new IllegalStateException("the value is of kind " + kind(column));
  }

  @Override
  public void close() {
    at = rows.size();
  }
}
