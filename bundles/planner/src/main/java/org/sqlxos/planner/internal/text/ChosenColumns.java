package org.sqlxos.planner.internal.text;

import java.util.List;
import org.sqlxos.operation.api.Cursor;
import org.sqlxos.operation.api.Utf8View;
import org.sqlxos.operation.api.ValueKind;

/** The columns of a cursor in another order, or one of them twice. */
final class ChosenColumns implements Cursor {

  private final Cursor rows;
  private final int[] places;

  ChosenColumns(Cursor rows, List<Integer> places) {
    this.rows = rows;
    this.places = places.stream().mapToInt(Integer::intValue).toArray();
  }

  @Override
  public boolean next() {
    return rows.next();
  }

  @Override
  public ValueKind kind(int column) {
    return rows.kind(places[column]);
  }

  @Override
  public boolean getBoolean(int column) {
    return rows.getBoolean(places[column]);
  }

  @Override
  public long getLong(int column) {
    return rows.getLong(places[column]);
  }

  @Override
  public double getDouble(int column) {
    return rows.getDouble(places[column]);
  }

  @Override
  public String getText(int column) {
    return rows.getText(places[column]);
  }

  @Override
  public void getText(int column, Utf8View into) {
    rows.getText(places[column], into);
  }

  @Override
  public byte[] getBytes(int column) {
    return rows.getBytes(places[column]);
  }

  @Override
  public void close() {
    rows.close();
  }
}
