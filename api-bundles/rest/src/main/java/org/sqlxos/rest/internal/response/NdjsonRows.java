package org.sqlxos.rest.internal.response;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.sqlxos.operation.api.Cursor;
import org.sqlxos.operation.api.ResultColumn;

/** A JSON object a line. */
final class NdjsonRows implements RowFormat {

  private final JsonGenerator json;
  private final RowWriter rows;
  private boolean any;

  NdjsonRows(OutputStream out, List<ResultColumn> columns) throws IOException {
    json = Json.generator(out);
    json.setRootValueSeparator(new SerializedString("\n"));
    rows = new RowWriter(json, columns);
  }

  @Override
  public void write(Cursor cursor) throws IOException {
    rows.write(cursor);
    any = true;
  }

  @Override
  public void finish() throws IOException {
    if (any) {
      json.writeRaw('\n');
    }
    json.close();
  }
}
