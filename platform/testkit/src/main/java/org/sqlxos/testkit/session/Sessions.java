package org.sqlxos.testkit.session;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.function.Executable;
import org.sqlxos.operation.api.Cursor;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.operation.api.TargetStatement;
import org.sqlxos.problem.api.Problem;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.wirepack.api.Session;

/** Short ways to use a session in a test. */
public final class Sessions {

  private Sessions() {}

  /** Far enough away that only a test that hangs meets it. */
  public static Deadline soon() {
    return Deadline.in(Duration.ofSeconds(60));
  }

  /** A statement of which nothing is known but its text. */
  public static TargetStatement sql(String text, @Nullable Object... parameters) {
    return new TargetStatement(text, Arrays.asList(parameters), List.of(), true);
  }

  /** Runs a statement that returns no rows. */
  public static long run(Session session, String text, @Nullable Object... parameters) {
    return session.execute(sql(text, parameters), soon());
  }

  /** All rows of a query. */
  public static List<List<@Nullable Object>> rows(
      Session session, String text, @Nullable Object... parameters) {
    return rows(session, soon(), text, parameters);
  }

  /** All rows of a query that has to end before a deadline. */
  public static List<List<@Nullable Object>> rows(
      Session session, Deadline deadline, String text, @Nullable Object... parameters) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    try (Cursor cursor = session.query(sql(text, parameters), deadline)) {
      int columns = -1;
      while (cursor.next()) {
        columns = columns < 0 ? columns(cursor) : columns;
        List<@Nullable Object> row = new ArrayList<>();
        for (int i = 0; i < columns; i++) {
          row.add(value(cursor, i));
        }
        rows.add(row);
      }
    }
    return rows;
  }

  /** A cursor's caller knows its columns; tests find them out. */
  private static int columns(Cursor cursor) {
    int columns = 0;
    while (true) {
      try {
        cursor.kind(columns);
      } catch (IndexOutOfBoundsException e) {
        return columns;
      }
      columns++;
    }
  }

  /** The only value of the only row. */
  public static @Nullable Object one(Session session, String text, @Nullable Object... parameters) {
    List<List<@Nullable Object>> rows = rows(session, text, parameters);
    if (rows.size() != 1) {
      throw new AssertionError("one row is expected, not " + rows);
    }
    return rows.getFirst().getFirst();
  }

  /** The only value of the only row, which is there and a whole number. */
  public static long number(Session session, String text, @Nullable Object... parameters) {
    return (long) Objects.requireNonNull(one(session, text, parameters));
  }

  /** A value as its own class. */
  public static @Nullable Object value(Cursor cursor, int column) {
    return switch (cursor.kind(column)) {
      case NULL -> null;
      case BOOLEAN -> cursor.getBoolean(column);
      case INTEGER -> cursor.getLong(column);
      case FLOAT -> cursor.getDouble(column);
      case DECIMAL, TEXT, JSON -> cursor.getText(column);
      case BYTES -> cursor.getBytes(column);
    };
  }

  /** What a call is refused with. */
  public static Problem refusal(Executable call) {
    return assertThrows(ProblemException.class, call).problem();
  }

  /** The code that a call is refused with. */
  public static String code(Executable call) {
    return refusal(call).code().code();
  }
}
