package org.sqlxos.rest.internal.http;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.sqlxos.operation.api.Cursor;
import org.sqlxos.operation.api.JsonValue;
import org.sqlxos.operation.api.ValueKind;

/** A cursor over rows in memory. */
public final class MemoryCursor implements Cursor {

  private final List<String> columns;
  private final List<Map<String, Object>> rows;
  private final Hook beforeRow;
  private int at = -1;
  volatile boolean closed;

  public MemoryCursor(List<String> columns, List<Map<String, Object>> rows, Hook beforeRow) {
    this.columns = columns;
    this.rows = rows;
    this.beforeRow = beforeRow;
  }

  @Override
  public boolean next() {
    at++;
    beforeRow.at(at);
    return at < rows.size();
  }

  private Object value(int column) {
    return rows.get(at).get(columns.get(column));
  }

  @Override
  public ValueKind kind(int column) {
    return switch (value(column)) {
      case null -> ValueKind.NULL;
      case Boolean ignored -> ValueKind.BOOLEAN;
      case Long ignored -> ValueKind.INTEGER;
      case Double ignored -> ValueKind.FLOAT;
      case BigDecimal ignored -> ValueKind.DECIMAL;
      case JsonValue ignored -> ValueKind.JSON;
      case byte[] ignored -> ValueKind.BYTES;
      default -> ValueKind.TEXT;
    };
  }

  @Override
  public boolean getBoolean(int column) {
    return (boolean) value(column);
  }

  @Override
  public long getLong(int column) {
    return (long) value(column);
  }

  @Override
  public double getDouble(int column) {
    return (double) value(column);
  }

  @Override
  public String getText(int column) {
    return switch (value(column)) {
      case JsonValue json -> json.text();
      case BigDecimal number -> number.toPlainString();
      case Object other -> other.toString();
    };
  }

  @Override
  public byte[] getBytes(int column) {
    return (byte[]) value(column);
  }

  @Override
  public void close() {
    closed = true;
  }

  /** Runs before each row. */
  @FunctionalInterface
  public interface Hook {
    void at(int row);
  }
}
