package org.sqlxos.rest.internal.http;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sqlxos.catalog.api.CatalogSnapshot;
import org.sqlxos.catalog.api.Column;
import org.sqlxos.operation.api.Outcome;
import org.sqlxos.operation.api.Page;
import org.sqlxos.operation.api.Query;
import org.sqlxos.operation.api.Selected;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.rest.internal.request.ListRequest;
import org.sqlxos.rest.internal.request.ListRequestReader;
import org.sqlxos.rest.internal.request.MediaTypes;
import org.sqlxos.rest.internal.request.Replacement;
import org.sqlxos.rest.internal.request.RestProblem;
import org.sqlxos.rest.internal.request.RowBody;
import org.sqlxos.rest.internal.request.Target;
import org.sqlxos.rest.internal.write.ChangedRow;
import org.sqlxos.rest.internal.write.GoneRow;
import org.sqlxos.rest.internal.write.NewRows;

/** One row: reads, replaces, changes and deletes it. */
final class RowResource {

  private RowResource() {}

  static void read(Exchange exchange, Target.Row target) throws IOException {
    ListRequest wanted =
        ListRequestReader.row(
            exchange.parameters(), target.relation(), target.site().catalog(), exchange.limits());
    read(exchange, target, wanted.query(target.relation(), target.key().filter()));
  }

  /** A row whose key the caller chooses is made where there is none yet. */
  static void replace(Exchange exchange, Target.Row target) throws IOException {
    ListRequestReader.none(exchange.parameters());
    Map<String, @Nullable Object> body = exchange.body().single();
    Map<String, @Nullable Object> values = Replacement.of(target.relation(), target.key(), body);
    Optional<Map<String, @Nullable Object>> made =
        Replacement.made(target.relation(), target.key(), body);
    if (exchange.ifNoneMatch()) {
      create(exchange, target, made.orElseThrow(() -> notMade(target)));
      return;
    }
    try {
      update(exchange, target, values, false);
    } catch (ProblemException e) {
      boolean missing = e.problem().code() == RestProblem.ROW_NOT_FOUND;
      if (!missing || made.isEmpty() || exchange.terms().tag().asked()) {
        throw e;
      }
      create(exchange, target, made.get());
    }
  }

  private static void create(
      Exchange exchange, Target.Row target, Map<String, @Nullable Object> row) throws IOException {
    Target.Rows rows = new Target.Rows(target.site(), target.relation());
    NewRows change =
        new NewRows(
            rows,
            new RowBody(List.of(row), false),
            List.of(),
            exchange.terms(),
            exchange.limits().depthMax());
    try {
      ChangeRun.run(exchange, catalog(target), change);
    } catch (ProblemException e) {
      boolean exists = e.problem().code().status() == 409;
      throw exchange.ifNoneMatch() && exists
          ? RestProblem.PRECONDITION_FAILED.problem("a row with this key exists")
          : e;
    }
  }

  private static ProblemException notMade(Target.Row target) {
    return RestProblem.KEY_GENERATED.problem(
        "\"%s\" gives its rows their keys".formatted(target.relation().name().name()),
        "send the row by POST to " + target.site().path(target.relation()));
  }

  static void patch(Exchange exchange, Target.Row target) throws IOException {
    ListRequestReader.none(exchange.parameters());
    boolean merge = MediaTypes.isMergePatch(exchange.request().getContentType());
    update(exchange, target, exchange.body().single(), merge);
  }

  static void delete(Exchange exchange, Target.Row target) throws IOException {
    ListRequestReader.none(exchange.parameters());
    ChangeRun.run(exchange, catalog(target), new GoneRow(target, exchange.terms()));
  }

  private static CatalogSnapshot catalog(Target.Row target) {
    return target.site().catalog();
  }

  private static void read(Exchange exchange, Target.Row target, Query query) throws IOException {
    try (Outcome outcome = exchange.run(catalog(target), query.withPage(new Page(1, 0)))) {
      Outcome.Rows rows = Exchange.rows(outcome);
      if (!rows.cursor().next()) {
        throw RestProblem.ROW_NOT_FOUND.problem(
            "\"%s\" has no row with this key".formatted(target.relation().name().name()));
      }
      exchange.answer().row(rows);
    }
  }

  private static void update(
      Exchange exchange, Target.Row target, Map<String, @Nullable Object> values, boolean merge)
      throws IOException {
    if (values.isEmpty()) {
      // Nothing to change is no error: the answer is the row as it is.
      List<String> columns = target.relation().columns().stream().map(Column::name).toList();
      Query row = Query.of(target.relation().name(), Selected.fields(columns));
      read(exchange, target, row.withFilter(target.key().filter()));
      return;
    }
    ChangeRun.run(
        exchange,
        catalog(target),
        new ChangedRow(target, new LinkedHashMap<>(values), merge, exchange.terms()));
  }
}
