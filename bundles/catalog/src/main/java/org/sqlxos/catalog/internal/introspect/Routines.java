package org.sqlxos.catalog.internal.introspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.sqlxos.catalog.api.Column;
import org.sqlxos.catalog.api.Routine;
import org.sqlxos.catalog.api.Routine.Answer;
import org.sqlxos.catalog.api.Routine.Argument;
import org.sqlxos.catalog.api.Routine.Direction;
import org.sqlxos.catalog.api.Routine.Kind;
import org.sqlxos.catalog.api.Routine.Shape;
import org.sqlxos.wirepack.api.TypeTable;

/** Reads functions and procedures. */
final class Routines {

  private static final int SPECIFIC = 2;
  private static final String COLUMN = "column";

  private final TypeTable types;

  Routines(TypeTable types) {
    this.types = types;
  }

  /** All of them by schema, as the database sorts them. */
  Map<String, List<Routine>> bySchema(List<Row> routines, List<Row> parameters) {
    Map<String, List<Row>> details = new TreeMap<>();
    for (Row row : parameters) {
      details.computeIfAbsent(key(row), ignored -> new ArrayList<>()).add(row);
    }
    Map<String, List<Routine>> bySchema = new TreeMap<>();
    for (Row row : routines) {
      bySchema
          .computeIfAbsent(row.text(0), ignored -> new ArrayList<>())
          .add(routine(row, details.getOrDefault(key(row), List.of())));
    }
    return bySchema;
  }

  private static String key(Row row) {
    return row.text(0) + '\0' + row.text(SPECIFIC);
  }

  private Routine routine(Row row, List<Row> details) {
    List<Argument> arguments = new ArrayList<>();
    List<Column> columns = new ArrayList<>();
    for (Row detail : details) {
      if (detail.text(3).equals(COLUMN)) {
        columns.add(column(detail));
      } else {
        arguments.add(argument(detail));
      }
    }
    Shape shape = row.choice(4, Shape.class);
    return new Routine(
        row.relation(),
        row.choice(3, Kind.class),
        arguments,
        shape == Shape.NOTHING ? Answer.NOTHING : new Answer(shape, columns),
        row.flag(5),
        row.optional(6));
  }

  private Argument argument(Row detail) {
    return new Argument(
        detail.text(4),
        detail.choice(3, Direction.class),
        types.universal(detail.text(5)),
        detail.text(6),
        detail.flag(7));
  }

  private Column column(Row detail) {
    return new Column(
        detail.text(4),
        types.universal(detail.text(5)),
        detail.text(5),
        true,
        Column.Origin.STORED,
        Optional.empty(),
        Optional.empty());
  }
}
