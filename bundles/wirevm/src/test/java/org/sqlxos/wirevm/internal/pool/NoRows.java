package org.sqlxos.wirevm.internal.pool;

import org.sqlxos.operation.api.Cursor;
import org.sqlxos.operation.api.ValueKind;

/** A result that is empty. */
final class NoRows implements Cursor {

  private static IllegalStateException none() {
    return new IllegalStateException("there is no row");
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

  @Override
  public void close() {}
}
