package org.sqlxos.contracts.internal.statement;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sqlxos.catalog.api.CatalogSnapshot;
import org.sqlxos.catalog.api.Column;
import org.sqlxos.catalog.api.Relation;
import org.sqlxos.catalog.api.Table;
import org.sqlxos.contracts.internal.check.CheckCache;
import org.sqlxos.contracts.internal.format.Format;
import org.sqlxos.contracts.internal.format.Formats;
import org.sqlxos.contracts.internal.report.BodyPlace;
import org.sqlxos.contracts.internal.report.Place;
import org.sqlxos.contracts.internal.report.Violations;
import org.sqlxos.contracts.internal.value.Coercion;
import org.sqlxos.contracts.internal.value.Source;
import org.sqlxos.operation.api.Default;
import org.sqlxos.operation.api.Earlier;
import org.sqlxos.operation.api.Filter;
import org.sqlxos.operation.api.Mutation;

/**
 * Verifies the data of mutations and coerces them. Everything that is wrong with all rows is
 * collected; values that stay as they are are handed on, not copied.
 */
public final class MutationVerifier {

  private final CatalogSnapshot catalog;
  private final CheckCache checks;
  private final Formats formats;
  private final Violations violations;

  public MutationVerifier(
      CatalogSnapshot catalog, CheckCache checks, Formats formats, Violations violations) {
    this.catalog = catalog;
    this.checks = checks;
    this.formats = formats;
    this.violations = violations;
  }

  /**
   * @param pointer where its data stand in the request
   * @throws org.sqlxos.problem.api.ProblemException if its filter is refused, or it names what is
   *     not in the catalog other than as a key of the data
   */
  public Draft verify(Mutation mutation, String pointer) {
    Relation relation = Names.relation(catalog, mutation.relation());
    Names.require(relation, mutation.returning());
    return switch (mutation) {
      case Mutation.Insert insert -> insert(insert, relation, pointer);
      case Mutation.Update update -> update(update, relation, pointer);
      case Mutation.Delete delete -> {
        Filter filter = new FilterVerifier(catalog).filter(relation, delete.filter());
        Mutation verified = delete.withFilter(filter);
        yield new Draft(
            verified, relation, List.of(), List.of(), new BodyPlace.Data(pointer, false));
      }
    };
  }

  private Draft insert(Mutation.Insert insert, Relation relation, String pointer) {
    BodyPlace.Data data = new BodyPlace.Data(pointer, insert.rows().size() != 1, insert.places());
    BodyPlace place = new BodyPlace(violations, data);
    RowColumns columns = new RowColumns(relation, insert.columns(), formats);
    for (int i = 0; i < columns.count(); i++) {
      requireWritable(relation, columns, i, place.row(firstGiven(insert, i)));
    }
    List<Column> missing = missing(relation, insert.columns());
    List<List<@Nullable Object>> rows = insert.rows();
    for (int i = 0; i < insert.rows().size() && !violations.full(); i++) {
      place.row(i);
      missing.forEach(column -> place.column(column.name()).refuse("required", "a value required"));
      List<@Nullable Object> row = coerced(columns, insert.rows().get(i), place);
      if (row != insert.rows().get(i)) {
        rows = rows == insert.rows() ? new ArrayList<>(rows) : rows;
        rows.set(i, row);
      }
      check(relation, row, new RowChecks(columns, place, true));
    }
    Mutation verified = rows == insert.rows() ? insert : insert.withRows(insert.columns(), rows);
    return new Draft(conflict(verified, relation), relation, insert.columns(), rows, data);
  }

  private Mutation conflict(Mutation verified, Relation relation) {
    if (!(verified instanceof Mutation.Insert insert) || insert.onConflict().isEmpty()) {
      return verified;
    }
    Mutation.OnConflict conflict = insert.onConflict().get();
    Names.require(relation, conflict.key());
    Filter filter = new FilterVerifier(catalog).filter(relation, conflict.filter());
    return filter == conflict.filter()
        ? insert
        : insert.withOnConflict(
            new Mutation.OnConflict(conflict.key(), conflict.resolution(), filter));
  }

  private Draft update(Mutation.Update update, Relation relation, String pointer) {
    Filter filter = new FilterVerifier(catalog).filter(relation, update.filter());
    BodyPlace.Data data =
        new BodyPlace.Data(update.place().isEmpty() ? pointer : update.place(), false);
    BodyPlace place = new BodyPlace(violations, data);
    RowColumns columns = new RowColumns(relation, update.columns(), formats);
    for (int i = 0; i < columns.count(); i++) {
      requireWritable(relation, columns, i, place);
    }
    List<@Nullable Object> values = coerced(columns, update.values(), place);
    check(relation, values, new RowChecks(columns, place, false));
    Mutation verified =
        values == update.values() && filter == update.filter()
            ? update
            : update.withValues(update.columns(), values).withFilter(filter);
    return new Draft(verified, relation, update.columns(), List.of(values), data);
  }

  /** The first row that gives the column a value. */
  private static int firstGiven(Mutation.Insert insert, int column) {
    for (int row = 0; row < insert.rows().size(); row++) {
      if (insert.rows().get(row).get(column) != Default.DEFAULT) {
        return row;
      }
    }
    return 0;
  }

  private static void requireWritable(
      Relation relation, RowColumns columns, int index, BodyPlace place) {
    String name = columns.name(index);
    place.column(name);
    columns
        .column(index)
        .ifPresentOrElse(
            column -> {
              if (!column.writable()) {
                place.refuse("read-only", "the database computes this column");
              }
            },
            () ->
                place.refuse(
                    "unknown",
                    Names.nearestColumn(relation, name)
                        .map(nearest -> "no such column; is \"%s\" meant?".formatted(nearest))
                        .orElse("no such column")));
  }

  private static List<Column> missing(Relation relation, List<String> given) {
    List<Column> missing = new ArrayList<>(0);
    Set<String> names = new HashSet<>(given);
    for (Column column : relation.columns()) {
      if (column.required() && !names.contains(column.name())) {
        missing.add(column);
      }
    }
    return missing;
  }

  private static List<@Nullable Object> coerced(
      RowColumns columns, List<@Nullable Object> row, BodyPlace place) {
    List<@Nullable Object> result = row;
    for (int i = 0; i < columns.count(); i++) {
      Object value = row.get(i);
      Column column = columns.writable(i);
      Object coerced =
          column == null ? Place.REFUSED : coerced(column, value, place.column(columns.name(i)));
      Format format = columns.format(i);
      if (format != null && coerced instanceof String text && !format.fits(text)) {
        coerced = place.refuse("format", format.expected());
      }
      if (coerced != value) {
        result = result == row ? new ArrayList<@Nullable Object>(row) : result;
        result.set(i, coerced);
      }
    }
    return result;
  }

  private static @Nullable Object coerced(Column column, @Nullable Object value, Place place) {
    if (value instanceof Earlier) {
      // The database gives it, and judges it.
      return value;
    }
    if (value == null) {
      return column.nullable() ? null : place.refuse("null", "a value expected, not null");
    }
    if (value == Default.DEFAULT) {
      return column.required() ? place.refuse("required", "a value required") : value;
    }
    return Coercion.coerce(value, column.type(), Source.DATA, place);
  }

  private void check(Relation relation, List<@Nullable Object> row, RowChecks rowChecks) {
    if (relation instanceof Table table && !table.checks().isEmpty()) {
      rowChecks.run(checks.of(catalog, table), row);
    }
  }
}
