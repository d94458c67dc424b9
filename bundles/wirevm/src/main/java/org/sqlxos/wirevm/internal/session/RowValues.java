package org.sqlxos.wirevm.internal.session;

import org.sqlxos.operation.api.Cursor;
import org.sqlxos.operation.api.Utf8View;
import org.sqlxos.operation.api.ValueKind;
import org.sqlxos.wirevm.internal.compile.RowReader;
import org.sqlxos.wirevm.internal.frame.BodyReader;
import org.sqlxos.wirevm.internal.value.ValueFormat;
import org.sqlxos.wirevm.internal.value.ValueText;

/**
 * The values of the row that a cursor stands on. Hot code: a row is not copied, its values are read
 * where they came in; nothing is allocated for it but what the getters return. {@code
 * distribution/bench wire} watches it.
 */
abstract class RowValues implements Cursor {

  private ValueFormat[] formats = new ValueFormat[0];
  private int[] widths = new int[0];

  /** Where each value of the row begins, and how many bytes it has; less than 0 for NULL. */
  private int[] places = new int[0];

  private final ValueText text = new ValueText();
  private byte[] bytes = new byte[0];

  /** The columns of the rows that follow. */
  final void use(ValueFormat[] newFormats) {
    formats = newFormats;
    widths = Columns.widths(newFormats);
    places = new int[2 * newFormats.length];
  }

  /** Goes to a row. */
  final void read(RowReader reader, BodyReader body) {
    reader.read(body, formats.length, widths, places);
    bytes = body.array();
  }

  private int place(int column) {
    return places[2 * column];
  }

  private int length(int column) {
    return places[2 * column + 1];
  }

  private int present(int column) {
    int length = length(column);
    if (length < 0) {
      throw new IllegalStateException("the value is of kind " + ValueKind.NULL);
    }
    return length;
  }

  @Override
  public final ValueKind kind(int column) {
    int length = length(column);
    return length < 0 ? ValueKind.NULL : formats[column].kind(bytes, place(column), length);
  }

  @Override
  public final boolean getBoolean(int column) {
    return formats[column].toBoolean(bytes, place(column), present(column));
  }

  @Override
  public final long getLong(int column) {
    return formats[column].toLong(bytes, place(column), present(column));
  }

  @Override
  public final double getDouble(int column) {
    return formats[column].toDouble(bytes, place(column), present(column));
  }

  @Override
  public final String getText(int column) {
    return formats[column].text(bytes, place(column), present(column), text).toString();
  }

  @Override
  public final void getText(int column, Utf8View into) {
    formats[column].text(bytes, place(column), present(column), text).show(into);
  }

  @Override
  public final byte[] getBytes(int column) {
    return formats[column].toBytes(bytes, place(column), present(column));
  }
}
