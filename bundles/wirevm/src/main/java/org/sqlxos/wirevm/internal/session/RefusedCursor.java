package org.sqlxos.wirevm.internal.session;

import org.sqlxos.operation.api.Cursor;
import org.sqlxos.operation.api.Utf8View;
import org.sqlxos.operation.api.ValueKind;
import org.sqlxos.problem.api.ProblemException;

/** What stands for the rows of a statement that was refused: whoever reads is told. */
record RefusedCursor(ProblemException refusal) implements Cursor {

  @Override
  public boolean next() {
    throw refusal;
  }

  @Override
  public ValueKind kind(int column) {
    throw refusal;
  }

  @Override
  public boolean getBoolean(int column) {
    throw refusal;
  }

  @Override
  public long getLong(int column) {
    throw refusal;
  }

  @Override
  public double getDouble(int column) {
    throw refusal;
  }

  @Override
  public String getText(int column) {
    throw refusal;
  }

  @Override
  public void getText(int column, Utf8View into) {
    throw refusal;
  }

  @Override
  public byte[] getBytes(int column) {
    throw refusal;
  }

  @Override
  public void close() {
    // There is nothing to close.
  }
}
