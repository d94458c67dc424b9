package org.sqlxos.telemetry.internal.meter;

import org.sqlxos.operation.api.Cursor;
import org.sqlxos.operation.api.Utf8View;
import org.sqlxos.operation.api.ValueKind;
import org.sqlxos.problem.api.ProblemException;

/**
 * Counts rows and ends an operation's time with its rows: after the last one, when reading fails,
 * or when it is closed early.
 *
 * <p>Hot: every value of every answer passes through; nothing is allocated here.
 */
final class MeasuredCursor implements Cursor {

  private final Cursor cursor;
  private final OperationMeters meters;
  private final long startNanoTime;
  private long rows;
  private boolean ended;

  MeasuredCursor(Cursor cursor, OperationMeters meters, long startNanoTime) {
    this.cursor = cursor;
    this.meters = meters;
    this.startNanoTime = startNanoTime;
  }

  @Override
  public boolean next() {
    boolean more;
    try {
      more = cursor.next();
    } catch (ProblemException e) {
      fail(e.problem().code().code());
      throw e;
    } catch (RuntimeException | Error e) {
      fail(MetricsObserveStage.UNKNOWN);
      throw e;
    }
    if (more) {
      rows++;
    } else {
      succeed();
    }
    return more;
  }

  @Override
  public boolean nextResult() {
    return cursor.nextResult();
  }

  @Override
  public ValueKind kind(int column) {
    return cursor.kind(column);
  }

  @Override
  public boolean getBoolean(int column) {
    return cursor.getBoolean(column);
  }

  @Override
  public long getLong(int column) {
    return cursor.getLong(column);
  }

  @Override
  public double getDouble(int column) {
    return cursor.getDouble(column);
  }

  @Override
  public String getText(int column) {
    return cursor.getText(column);
  }

  @Override
  public void getText(int column, Utf8View into) {
    cursor.getText(column, into);
  }

  @Override
  public byte[] getBytes(int column) {
    return cursor.getBytes(column);
  }

  @Override
  public void close() {
    try {
      cursor.close();
    } finally {
      succeed();
    }
  }

  private void succeed() {
    if (!ended) {
      ended = true;
      meters.succeed(startNanoTime, rows);
    }
  }

  private void fail(String outcome) {
    if (!ended) {
      ended = true;
      meters.fail(startNanoTime, outcome);
    }
  }
}
