package org.sqlxos.planner.internal.text;

import org.sqlxos.operation.api.Cursor;
import org.sqlxos.operation.api.ValueKind;

/** One row with one whole number. */
final class OneNumber implements Cursor {

  private final long number;
  private boolean read;

  OneNumber(long number) {
    this.number = number;
  }

  @Override
  public boolean next() {
    boolean first = !read;
    read = true;
    return first;
  }

  @Override
  public ValueKind kind(int column) {
    if (column != 0) {
      throw new IndexOutOfBoundsException(column);
    }
    return ValueKind.INTEGER;
  }

  @Override
  public long getLong(int column) {
    return number;
  }

  @Override
  public String getText(int column) {
    return Long.toString(number);
  }

  private static IllegalStateException another() {
    return new IllegalStateException("the value is of kind " + ValueKind.INTEGER);
  }

  @Override
  public boolean getBoolean(int column) {
    throw another();
  }

  @Override
  public double getDouble(int column) {
    throw another();
  }

  @Override
  public byte[] getBytes(int column) {
    throw another();
  }

  @Override
  public void close() {
    // Nothing is held.
  }
}
