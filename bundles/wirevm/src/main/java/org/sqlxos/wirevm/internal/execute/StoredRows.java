package org.sqlxos.wirevm.internal.execute;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sqlxos.operation.api.Cursor;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.operation.api.TargetStatement;
import org.sqlxos.operation.api.ValueKind;
import org.sqlxos.wirepack.api.Session;

/** The rows that a write changes, kept until it is committed: as many as it writes. */
final class StoredRows {

  /** What one write returns; it is kept in memory. */
  private static final int MOST_ROWS = 100_000;

  private record Value(ValueKind kind, @Nullable Object content) {}

  private final int columns;
  private final List<Value> values = new ArrayList<>();

  private StoredRows(int columns) {
    this.columns = columns;
  }

  static StoredRows none(int columns) {
    return new StoredRows(columns);
  }

  /** Runs a statement and keeps its rows. */
  static StoredRows of(Session session, TargetStatement statement, Deadline deadline) {
    StoredRows stored = new StoredRows(statement.columns().size());
    try (Cursor cursor = session.query(statement, deadline)) {
      stored.addAll(cursor);
    }
    return stored;
  }

  long count() {
    return values.size() / columns;
  }

  /** A value as a parameter of another statement. */
  @Nullable Object value(int row, int column) {
    return values.get(row * columns + column).content();
  }

  private void addAll(Cursor rows) {
    while (rows.next()) {
      if (count() >= MOST_ROWS) {
        throw BatchProblem.TOO_MANY_ROWS.problem(
            "More than %d rows would have to be kept until the write is done; it was undone"
                .formatted(MOST_ROWS),
            "Ask for none of them back, or write fewer rows at a time.");
      }
      for (int column = 0; column < columns; column++) {
        ValueKind kind = rows.kind(column);
        values.add(new Value(kind, content(rows, column, kind)));
      }
    }
  }

  private static @Nullable Object content(Cursor rows, int column, ValueKind kind) {
    return switch (kind) {
      case NULL -> null;
      case BOOLEAN -> rows.getBoolean(column);
      case INTEGER -> rows.getLong(column);
      case FLOAT -> rows.getDouble(column);
      case DECIMAL, TEXT, JSON -> rows.getText(column);
      case BYTES -> rows.getBytes(column);
    };
  }

  Cursor cursor() {
    return new StoredCursor();
  }

  /** Reads them from the start. */
  private final class StoredCursor implements Cursor {

    private int row = -1;

    @Override
    public boolean next() {
      row++;
      return (row + 1L) * columns <= values.size();
    }

    private Value value(int column) {
      return values.get(row * columns + column);
    }

    private <T> T content(int column, Class<T> type) {
      Value value = value(column);
      if (!type.isInstance(value.content())) {
        throw new IllegalStateException("the value is of kind " + value.kind());
      }
      return type.cast(value.content());
    }

    @Override
    public ValueKind kind(int column) {
      return value(column).kind();
    }

    @Override
    public boolean getBoolean(int column) {
      return content(column, Boolean.class);
    }

    @Override
    public long getLong(int column) {
      return content(column, Long.class);
    }

    @Override
    public double getDouble(int column) {
      return content(column, Double.class);
    }

    @Override
    public String getText(int column) {
      return content(column, String.class);
    }

    @Override
    public byte[] getBytes(int column) {
      return content(column, byte[].class);
    }

    @Override
    public void close() {}
  }
}
