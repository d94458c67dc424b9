package org.sqlxos.jdbc.internal.metadata;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sqlxos.jdbc.internal.link.Link;
import org.sqlxos.operation.api.Cursor;
import org.sqlxos.operation.api.TargetStatement;
import org.sqlxos.operation.api.ValueKind;
import org.sqlxos.wirepack.api.IntrospectionQuery;
import org.sqlxos.wirepack.api.Language.Namespace;

/** Asks a database with the statements of its pack. Nothing is kept: schemas change. */
final class Introspection {

  private final Link link;

  Introspection(Link link) {
    this.link = link;
  }

  /** One row of an answer, everything as text. */
  record Row(List<@Nullable String> values) {

    @Nullable String orNull(int column) {
      return values.get(column);
    }

    String text(int column) {
      return Objects.requireNonNullElse(values.get(column), "");
    }

    boolean flag(int column) {
      return text(column).equals("1") || text(column).equals("true");
    }

    /** The relation that it is of, as something that is equal for equal ones. */
    List<String> relation() {
      return List.of(text(0), text(1));
    }
  }

  /** The answer to a question; none if the pack cannot ask it. */
  List<Row> ask(IntrospectionQuery question) throws SQLException {
    int columns = question.columns().size();
    return link.call(
        () ->
            link.session()
                .describe(question, link.deadline(0))
                .map(answer -> rows(answer, columns))
                .orElse(List.of()));
  }

  private static List<Row> rows(Cursor answer, int columns) {
    List<Row> rows = new ArrayList<>();
    try (answer) {
      while (answer.next()) {
        List<@Nullable String> values = new ArrayList<>();
        for (int i = 0; i < columns; i++) {
          values.add(value(answer, i));
        }
        rows.add(new Row(values));
      }
    }
    return rows;
  }

  private static @Nullable String value(Cursor cursor, int column) {
    ValueKind kind = cursor.kind(column);
    return switch (kind) {
      case NULL -> null;
      case BOOLEAN -> cursor.getBoolean(column) ? "1" : "0";
      case INTEGER -> Long.toString(cursor.getLong(column));
      case FLOAT -> Double.toString(cursor.getDouble(column));
      case DECIMAL, TEXT, JSON -> cursor.getText(column);
      case BYTES -> new String(cursor.getBytes(column), java.nio.charset.StandardCharsets.UTF_8);
    };
  }

  /** All names of a kind. */
  List<String> all(Optional<Namespace> names) throws SQLException {
    if (names.isEmpty()) {
      return List.of();
    }
    TargetStatement statement = new TargetStatement(names.get().all(), List.of(), List.of(), false);
    List<Row> rows = link.call(() -> rows(link.session().query(statement, link.deadline(0)), 1));
    return rows.stream().map(row -> row.text(0)).toList();
  }

  /** The name in use; null if there is none. */
  @Nullable String current(Optional<Namespace> names) throws SQLException {
    return names.isEmpty() ? null : link.ask(names.get().current(), link.deadline(0)).orElse(null);
  }

  String version() throws SQLException {
    return link.ask(IntrospectionQuery.VERSION, link.deadline(0)).orElse("");
  }
}
