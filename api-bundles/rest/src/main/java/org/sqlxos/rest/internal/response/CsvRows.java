package org.sqlxos.rest.internal.response;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.sqlxos.operation.api.Cursor;
import org.sqlxos.operation.api.ResultColumn;
import org.sqlxos.operation.api.Utf8View;

/**
 * RFC 4180 with a header, in UTF-8. NULL is an empty field, the empty text a quoted one; bytes are
 * base64.
 */
final class CsvRows implements RowFormat {

  private static final int BUFFER_BYTES = 8_192;
  private static final byte[] END_OF_LINE = {'\r', '\n'};

  private final OutputStream out;
  private final int columns;
  private final Utf8View text = new Utf8View();

  CsvRows(OutputStream out, List<ResultColumn> columns) throws IOException {
    this.out = new BufferedOutputStream(out, BUFFER_BYTES);
    this.columns = columns.size();
    for (int i = 0; i < this.columns; i++) {
      separate(i);
      byte[] name = columns.get(i).name().getBytes(StandardCharsets.UTF_8);
      text(name, 0, name.length);
    }
    this.out.write(END_OF_LINE);
  }

  @Override
  public void write(Cursor cursor) throws IOException {
    for (int i = 0; i < columns; i++) {
      separate(i);
      value(cursor, i);
    }
    out.write(END_OF_LINE);
  }

  private void value(Cursor cursor, int column) throws IOException {
    switch (cursor.kind(column)) {
      case NULL -> {}
      case TEXT, DECIMAL, JSON -> {
        cursor.getText(column, text);
        text(text.array(), text.offset(), text.length());
      }
      case INTEGER -> ascii(Long.toString(cursor.getLong(column)));
      case FLOAT -> ascii(Double.toString(cursor.getDouble(column)));
      case BOOLEAN -> ascii(Boolean.toString(cursor.getBoolean(column)));
      case BYTES -> ascii(Base64.getEncoder().encodeToString(cursor.getBytes(column)));
    }
  }

  private void separate(int column) throws IOException {
    if (column > 0) {
      out.write(',');
    }
  }

  private void ascii(String field) throws IOException {
    out.write(field.getBytes(StandardCharsets.US_ASCII));
  }

  private void text(byte[] bytes, int offset, int length) throws IOException {
    if (!quoted(bytes, offset, length)) {
      out.write(bytes, offset, length);
      return;
    }
    out.write('"');
    int start = offset;
    for (int i = offset; i < offset + length; i++) {
      if (bytes[i] == '"') {
        out.write(bytes, start, i + 1 - start);
        start = i;
      }
    }
    out.write(bytes, start, offset + length - start);
    out.write('"');
  }

  // Some readers strip spaces around a field that is not quoted.
  private static boolean quoted(byte[] bytes, int offset, int length) {
    if (length == 0 || bytes[offset] == ' ' || bytes[offset + length - 1] == ' ') {
      return true;
    }
    for (int i = offset; i < offset + length; i++) {
      switch (bytes[i]) {
        case '"', ',', '\r', '\n' -> {
          return true;
        }
        default -> {}
      }
    }
    return false;
  }

  @Override
  public void finish() throws IOException {
    out.flush();
  }
}
