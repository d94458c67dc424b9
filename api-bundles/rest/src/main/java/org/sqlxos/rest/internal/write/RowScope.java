package org.sqlxos.rest.internal.write;

import java.util.List;
import org.sqlxos.catalog.api.CatalogSnapshot;
import org.sqlxos.catalog.api.Column;
import org.sqlxos.catalog.api.Permission;
import org.sqlxos.catalog.api.Relation;
import org.sqlxos.operation.api.Locked;
import org.sqlxos.operation.api.Outcome;
import org.sqlxos.operation.api.Query;
import org.sqlxos.operation.api.Selected;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.rest.internal.request.RestProblem;
import org.sqlxos.rest.internal.request.Site;
import org.sqlxos.rest.internal.request.Target;

/** The row that a change is about. */
final class RowScope {

  private RowScope() {}

  static List<String> columns(Target.Row target) {
    return readable(target.site(), target.relation());
  }

  /** The columns of a written row that the caller may read, too. */
  static List<String> readable(Site site, Relation relation) {
    return readable(site.catalog(), relation);
  }

  static List<String> readable(CatalogSnapshot catalog, Relation relation) {
    return relation.columns().stream()
        .map(Column::name)
        .filter(column -> catalog.permits(relation.name(), Permission.READ, column))
        .toList();
  }

  /** Reads it whole, and keeps it from others. */
  static Locked locked(Target.Row target) {
    List<String> columns = columns(target);
    if (columns.isEmpty()) {
      throw notFound(target);
    }
    return new Locked(
        Query.of(target.relation().name(), Selected.fields(columns))
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
