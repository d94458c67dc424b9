package org.sqlxos.rest.internal.response;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.util.List;
import org.sqlxos.operation.api.Cursor;
import org.sqlxos.operation.api.ResultColumn;
import org.sqlxos.operation.api.Utf8View;

/**
 * Writes rows as JSON objects, straight from a cursor. Hot: called for each row of each list; names
 * are encoded once a list, values are not boxed, and texts go out as the bytes that came in.
 */
public final class RowWriter {

  private final JsonGenerator json;
  private final SerializableString[] names;
  private final Utf8View text = new Utf8View();
  private final RawText raw = new RawText(text);

  public RowWriter(JsonGenerator json, List<ResultColumn> columns) {
    this.json = json;
    this.names = new SerializableString[columns.size()];
    for (int i = 0; i < names.length; i++) {
      names[i] = new SerializedString(columns.get(i).name());
    }
  }

  /** Writes the row that the cursor stands on. */
  public void write(Cursor cursor) throws IOException {
    json.writeStartObject();
    members(cursor);
    json.writeEndObject();
  }

  /** Writes what is in the object of the row that the cursor stands on. */
  public void members(Cursor cursor) throws IOException {
    for (int i = 0; i < names.length; i++) {
      json.writeFieldName(names[i]);
      value(cursor, i);
    }
  }

  /** Writes one member of the object of that row. */
  public void member(Cursor cursor, int column) throws IOException {
    json.writeFieldName(names[column]);
    value(cursor, column);
  }

  /** Writes one value of that row. */
  void value(Cursor cursor, int column) throws IOException {
    switch (cursor.kind(column)) {
      case TEXT -> {
        cursor.getText(column, text);
        json.writeUTF8String(text.array(), text.offset(), text.length());
      }
      case INTEGER -> json.writeNumber(cursor.getLong(column));
      case NULL -> json.writeNull();
      // The digits as they are: as a double they could become others.
      case DECIMAL, JSON -> {
        cursor.getText(column, text);
        json.writeRawValue(raw);
      }
      case FLOAT -> json.writeNumber(cursor.getDouble(column));
      case BOOLEAN -> json.writeBoolean(cursor.getBoolean(column));
      case BYTES -> json.writeBinary(cursor.getBytes(column));
    }
  }
}
