package peers.vertx;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Writes rows as JSON, column by column, with what is known about each. */
final class Rows {

  private Rows() {}

  static void user(StringBuilder out, Row row) {
    out.append("{\"id\":").append(row.getInteger(0)).append(",\"name\":");
    text(out, row.getString(1));
    out.append(",\"email\":");
    text(out, row.getString(2));
    out.append(",\"city\":");
    text(out, row.getString(3));
    out.append(",\"active\":").append(row.getBoolean(4)).append(",\"created_at\":");
    instant(out, row.getOffsetDateTime(5)).append('}');
  }

  static void post(StringBuilder out, Row row) {
    out.append("{\"id\":").append(row.getInteger(0)).append(",\"author_id\":");
    out.append(row.getInteger(1)).append(",\"title\":");
    text(out, row.getString(2));
    out.append(",\"body\":");
    text(out, row.getString(3));
    out.append(",\"views\":").append(row.getInteger(4)).append(",\"created_at\":");
    instant(out, row.getOffsetDateTime(5)).append('}');
  }

  static void comment(StringBuilder out, Row row) {
    out.append("{\"id\":").append(row.getInteger(0)).append(",\"post_id\":");
    out.append(row.getInteger(1)).append(",\"author_id\":").append(row.getInteger(2));
    out.append(",\"body\":");
    text(out, row.getString(3));
    out.append(",\"created_at\":");
    instant(out, row.getOffsetDateTime(4)).append('}');
  }

  static void order(StringBuilder out, Row row) {
    out.append("{\"id\":").append(row.getInteger(0)).append(",\"user_id\":");
    out.append(row.getInteger(1)).append(",\"status\":");
    text(out, row.getString(2));
    out.append(",\"created_at\":");
    instant(out, row.getOffsetDateTime(3)).append('}');
  }

  static void item(StringBuilder out, Row row) {
    out.append("{\"id\":").append(row.getInteger(0)).append(",\"order_id\":");
    out.append(row.getInteger(1)).append(",\"product\":");
    text(out, row.getString(2));
    out.append(",\"quantity\":").append(row.getInteger(3)).append(",\"unit_price_cents\":");
    out.append(row.getInteger(4)).append('}');
  }

  static void group(StringBuilder out, Row row) {
    out.append("{\"author_id\":").append(row.getInteger(0)).append(",\"n\":");
    out.append(row.getLong(1)).append('}');
  }

  /** A row that the database has written as JSON already. */
  static void document(StringBuilder out, Row row) {
    out.append(row.getString(0));
  }

  interface Writer {
    void write(StringBuilder out, Row row);
  }

  static String one(RowSet<Row> rows, Writer writer) {
    StringBuilder out = new StringBuilder(512).append("{\"data\":");
    writer.write(out, rows.iterator().next());
    return out.append('}').toString();
  }

  static String list(RowSet<Row> rows, Writer writer, int page, int limit) {
    StringBuilder out = new StringBuilder(4096).append("{\"data\":[");
    String separator = "";
    for (Row row : rows) {
      out.append(separator);
      writer.write(out, row);
      separator = ",";
    }
    out.append("],\"pagination\":{\"page\":").append(page).append(",\"limit\":").append(limit);
    return out.append("}}").toString();
  }

  /** The database keeps instants to the millisecond here; java.time writes what is not zero. */
  private static StringBuilder instant(StringBuilder out, OffsetDateTime value) {
    OffsetDateTime utc = value.withOffsetSameInstant(ZoneOffset.UTC);
    return out.append('"').append(utc.toInstant()).append('"');
  }

  private static void text(StringBuilder out, String value) {
    out.append('"');
    int written = 0;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c < ' ' || c == '"' || c == '\\') {
        out.append(value, written, i);
        escape(out, c);
        written = i + 1;
      }
    }
    out.append(value, written, value.length()).append('"');
  }

  private static void escape(StringBuilder out, char c) {
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> out.append(String.format("\\u%04x", (int) c));
    }
  }
}
