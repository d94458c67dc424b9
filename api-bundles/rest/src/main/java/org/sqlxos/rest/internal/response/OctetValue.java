package org.sqlxos.rest.internal.response;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.sqlxos.operation.api.Cursor;
import org.sqlxos.operation.api.Outcome;
import org.sqlxos.rest.internal.request.ContentCoding;

/** The octets in the first column of the row that a cursor stands on. */
public final class OctetValue {

  private OctetValue() {}

  /** Empty for NULL. Where a column takes values of other types, their text. */
  public static Optional<byte[]> of(Outcome.Rows rows) {
    Cursor cursor = rows.cursor();
    return switch (cursor.kind(0)) {
      case NULL -> Optional.empty();
      case BYTES -> Optional.of(cursor.getBytes(0));
      case TEXT, JSON, DECIMAL -> text(cursor.getText(0));
      case BOOLEAN -> text(Boolean.toString(cursor.getBoolean(0)));
      case INTEGER -> text(Long.toString(cursor.getLong(0)));
      case FLOAT -> text(Double.toString(cursor.getDouble(0)));
    };
  }

  private static Optional<byte[]> text(String text) {
    return Optional.of(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The tag that an answer with these octets has. */
  public static String tag(byte[] octets) {
    return EntityTag.of(octets, octets.length, ContentCoding.IDENTITY);
  }
}
