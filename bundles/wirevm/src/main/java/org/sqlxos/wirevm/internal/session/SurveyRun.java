package org.sqlxos.wirevm.internal.session;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sqlxos.operation.api.Cursor;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.operation.api.ResultColumn;
import org.sqlxos.operation.api.TargetStatement;
import org.sqlxos.operation.api.ValueKind;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.type.api.UniversalType.IntegerType;
import org.sqlxos.wirepack.api.IntrospectionQuery;
import org.sqlxos.wirepack.api.Session;
import org.sqlxos.wirevm.internal.WireProblem;
import org.sqlxos.wirevm.internal.pack.Survey;
import org.sqlxos.wirevm.internal.protocol.Slots;

/** Asks several statements for the answer to one question about the schema. */
final class SurveyRun {

  private record Found(List<@Nullable String> values, List<Long> ordinals) {}

  private static final Comparator<Found> BY_ORDINALS =
      (one, other) -> {
        for (int i = 0; i < one.ordinals().size(); i++) {
          int order = Long.compare(one.ordinals().get(i), other.ordinals().get(i));
          if (order != 0) {
            return order;
          }
        }
        return 0;
      };

  private final Session session;
  private final WireConnection connection;

  SurveyRun(Session session, WireConnection connection) {
    this.session = session;
    this.connection = connection;
  }

  Cursor run(IntrospectionQuery question, Survey survey, Deadline deadline) {
    int columns = question.columns().size();
    List<List<@Nullable String>> rows = new ArrayList<>();
    for (String text : survey.each()) {
      TargetStatement statement =
          new TargetStatement(text, parameters(survey), columns(question, survey), false);
      List<Found> found = new ArrayList<>();
      try (Cursor cursor = session.query(statement, deadline)) {
        while (cursor.next()) {
          found.add(row(cursor, columns, survey));
        }
      }
      found.sort(BY_ORDINALS);
      found.forEach(row -> rows.add(row.values()));
    }
    return new TextRows(rows);
  }

  private static List<ResultColumn> columns(IntrospectionQuery question, Survey survey) {
    List<ResultColumn> columns = new ArrayList<>(question.columns());
    for (int i = 0; i < survey.ordinals(); i++) {
      columns.add(new ResultColumn("ordinal_" + i, new IntegerType(64)));
    }
    return columns;
  }

  private static ProblemException strange() {
    return WireProblem.MALFORMED.problem("What the server says of its schema makes no sense");
  }

  private List<@Nullable Object> parameters(Survey survey) {
    CompiledProtocol protocol = connection.parts().protocol();
    Slots slots = connection.conversation().slots();
    List<@Nullable Object> values = new ArrayList<>();
    for (String name : survey.parameters()) {
      int place = protocol.protocol().variables().find(name);
      values.add(place < 0 ? "" : slots.text(place));
    }
    return values;
  }

  private static Found row(Cursor cursor, int columns, Survey survey) {
    List<@Nullable String> values = new ArrayList<>();
    for (int i = 0; i < columns; i++) {
      values.add(text(cursor, i));
    }
    List<Long> ordinals = new ArrayList<>();
    for (int i = 0; i < survey.ordinals(); i++) {
      if (cursor.kind(columns + i) != ValueKind.INTEGER) {
        throw strange();
      }
      ordinals.add(cursor.getLong(columns + i));
    }
    return new Found(values, ordinals);
  }

  private static @Nullable String text(Cursor cursor, int column) {
    ValueKind kind = cursor.kind(column);
    return switch (kind) {
      case NULL -> null;
      case BOOLEAN -> cursor.getBoolean(column) ? "1" : "0";
      case INTEGER -> Long.toString(cursor.getLong(column));
      case FLOAT -> Double.toString(cursor.getDouble(column));
      case DECIMAL, TEXT, JSON -> cursor.getText(column);
      case BYTES -> throw strange();
    };
  }
}
