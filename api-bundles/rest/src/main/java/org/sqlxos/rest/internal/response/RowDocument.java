package org.sqlxos.rest.internal.response;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.sqlxos.operation.api.Cursor;
import org.sqlxos.operation.api.Outcome.Rows;
import org.sqlxos.rest.internal.request.ContentCoding;

/** Rows as they stand in the answer to a read or a write. */
public final class RowDocument {

  private RowDocument() {}

  /** The member {@code data} with the row that the cursor stands on. */
  public static void single(JsonGenerator json, Rows rows) throws IOException {
    json.writeFieldName("data");
    new RowWriter(json, rows.columns()).write(rows.cursor());
  }

  /** The member {@code data} with the first value of the row that the cursor stands on. */
  public static void value(JsonGenerator json, Rows rows) throws IOException {
    json.writeFieldName("data");
    new RowWriter(json, rows.columns()).value(rows.cursor(), 0);
  }

  /** The member {@code data} with all rows; the cursor stands before the first. */
  public static void all(JsonGenerator json, Rows rows) throws IOException {
    all(json, List.of(rows));
  }

  /** The same with the rows of several statements. */
  public static void all(JsonGenerator json, List<Rows> statements) throws IOException {
    json.writeArrayFieldStart("data");
    for (Rows rows : statements) {
      RowWriter writer = new RowWriter(json, rows.columns());
      Cursor cursor = rows.cursor();
      while (cursor.next()) {
        writer.write(cursor);
      }
    }
    json.writeEndArray();
  }

  /** The tag that the row which the cursor stands on has in an answer that is not compressed. */
  public static String tag(Rows rows) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonGenerator json = Json.generator(out)) {
      json.writeStartObject();
      single(json, rows);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    return EntityTag.of(out.toByteArray(), out.size(), ContentCoding.IDENTITY);
  }
}
