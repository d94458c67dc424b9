package org.sqlxos.rest.internal.response;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.sqlxos.operation.api.Cursor;
import org.sqlxos.operation.api.Outcome.Rows;
import org.sqlxos.rest.internal.request.Continued;
import org.sqlxos.rest.internal.request.ListRequest;

/** Which part of a list an answer has, and what it says of the rest. */
public sealed interface Pagination {

  /** As it is asked for. */
  static Pagination of(ListRequest wanted) {
    return wanted
        .continued()
        .<Pagination>map(Followed::new)
        .orElseGet(
            () ->
                new Numbered(
                    wanted.page().offset() / wanted.page().limit() + 1, wanted.page().limit()));
  }

  /**
   * Writes the members {@code data} and {@code pagination}.
   *
   * @param more whether the cursor stands on a row; else it has been read to its end
   */
  void write(JsonGenerator json, Rows rows, boolean more) throws IOException;

  /**
   * A page with a number.
   *
   * @param page from 1
   * @param limit rows of a page
   */
  record Numbered(long page, long limit) implements Pagination {

    @Override
    public void write(JsonGenerator json, Rows rows, boolean more) throws IOException {
      RowWriter writer = new RowWriter(json, rows.columns());
      Cursor cursor = rows.cursor();
      json.writeArrayFieldStart("data");
      for (boolean any = more; any; any = cursor.next()) {
        writer.write(cursor);
      }
      json.writeEndArray();
      json.writeObjectFieldStart("pagination");
      json.writeNumberField("page", page);
      json.writeNumberField("limit", limit);
      OptionalLong total = rows.total().value();
      if (total.isPresent()) {
        json.writeNumberField("total", total.getAsLong());
        json.writeNumberField("pages", Math.ceilDiv(total.getAsLong(), limit));
      }
      json.writeEndObject();
    }
  }

  /** A page that says what the next one follows. */
  record Followed(Continued list) implements Pagination {

    @Override
    public void write(JsonGenerator json, Rows rows, boolean more) throws IOException {
      RowWriter writer = new RowWriter(json, rows.columns().subList(0, list.visible()));
      Cursor cursor = rows.cursor();
      @Nullable String last = null;
      json.writeArrayFieldStart("data");
      long written = 0;
      boolean any = more;
      while (any && written < list.limit()) {
        writer.write(cursor);
        written++;
        last = written == list.limit() ? position(cursor) : null;
        any = cursor.next();
      }
      json.writeEndArray();
      json.writeObjectFieldStart("pagination");
      json.writeNumberField("limit", list.limit());
      json.writeFieldName("next");
      if (any && last != null) {
        json.writeString(last);
      } else {
        json.writeNull();
      }
      OptionalLong total = rows.total().value();
      if (total.isPresent()) {
        json.writeNumberField("total", total.getAsLong());
      }
      json.writeEndObject();
    }

    private String position(Cursor row) {
      List<@Nullable String> values = new ArrayList<>(list.keys().size());
      for (int key : list.keys()) {
        values.add(KeyValues.text(row, key).orElse(null));
      }
      return list.behind(values);
    }
  }
}
