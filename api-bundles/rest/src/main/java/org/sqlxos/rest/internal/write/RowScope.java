package org.sqlxos.rest.internal.write;

import java.util.List;
import org.sqlxos.catalog.api.Column;
import org.sqlxos.operation.api.Locked;
import org.sqlxos.operation.api.Outcome;
import org.sqlxos.operation.api.Query;
import org.sqlxos.operation.api.Selected;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.rest.internal.request.RestProblem;
import org.sqlxos.rest.internal.request.Target;

/** The row that a change is about. */
final class RowScope {

  private RowScope() {}

  static List<String> columns(Target.Row target) {
    return target.relation().columns().stream().map(Column::name).toList();
  }

  /** Reads it whole, and keeps it from others. */
  static Locked locked(Target.Row target) {
    return new Locked(
        Query.of(target.relation().name(), Selected.fields(columns(target)))
            .withFilter(target.key().filter()));
  }

  static Outcome.Rows rows(Outcome outcome) {
    if (outcome instanceof Outcome.Rows rows) {
      return rows;
    }
    throw new IllegalStateException("rows were asked for, a number came");
  }

  /** Whether the change met a row; a cursor then stands on it. */
  static boolean met(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Rows rows -> rows.cursor().next();
      case Outcome.Changed changed -> changed.rows() > 0;
      case Outcome.Several _ -> throw new IllegalStateException("one outcome expected");
    };
  }

  static ProblemException notFound(Target.Row target) {
    return RestProblem.ROW_NOT_FOUND.problem(
        "\"%s\" has no row with this key".formatted(target.relation().name().name()));
  }
}
