package org.sqlxos.rest.internal.http;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sqlxos.catalog.api.Column;
import org.sqlxos.operation.api.Mutation;
import org.sqlxos.operation.api.Outcome;
import org.sqlxos.operation.api.Page;
import org.sqlxos.operation.api.Query;
import org.sqlxos.operation.api.Selected;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.rest.internal.request.ListRequestReader;
import org.sqlxos.rest.internal.request.Replacement;
import org.sqlxos.rest.internal.request.RestProblem;
import org.sqlxos.rest.internal.request.Target;

/** One row: reads, replaces, changes and deletes it. */
final class RowResource {

  private RowResource() {}

  static void read(Exchange exchange, Target.Row target) throws IOException {
    read(exchange, target, ListRequestReader.selection(exchange.parameters(), target.relation()));
  }

  static void replace(Exchange exchange, Target.Row target) throws IOException {
    ListRequestReader.none(exchange.parameters());
    Map<String, @Nullable Object> body = exchange.body().single();
    update(exchange, target, Replacement.of(target.relation(), target.key(), body));
  }

  static void patch(Exchange exchange, Target.Row target) throws IOException {
    ListRequestReader.none(exchange.parameters());
    update(exchange, target, exchange.body().single());
  }

  static void delete(Exchange exchange, Target.Row target) {
    ListRequestReader.none(exchange.parameters());
    Mutation delete =
        new Mutation.Delete(target.relation().name(), target.key().filter(), List.of());
    try (Outcome outcome = exchange.run(target.site().catalog(), delete)) {
      if (deleted(outcome) == 0) {
        throw notFound(target);
      }
    }
    exchange.answer().empty(204);
  }

  private static long deleted(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Changed changed -> changed.rows();
      case Outcome.Rows _, Outcome.Several _ ->
          throw new IllegalStateException("a number was asked for, something else came");
    };
  }

  private static void read(Exchange exchange, Target.Row target, List<Selected> selection)
      throws IOException {
    Query query =
        Query.of(target.relation().name(), selection)
            .withFilter(target.key().filter())
            .withPage(new Page(1, 0));
    try (Outcome outcome = exchange.run(target.site().catalog(), query)) {
      Outcome.Rows rows = Exchange.rows(outcome);
      if (!rows.cursor().next()) {
        throw notFound(target);
      }
      exchange.answer().row(rows);
    }
  }

  private static void update(
      Exchange exchange, Target.Row target, Map<String, @Nullable Object> values)
      throws IOException {
    if (values.isEmpty()) {
      // Nothing to change is no error: the answer is the row as it is.
      read(exchange, target, Selected.fields(columns(target)));
      return;
    }
    Mutation update =
        new Mutation.Update(
            target.relation().name(),
            List.copyOf(values.keySet()),
            new ArrayList<@Nullable Object>(values.values()),
            target.key().filter(),
            columns(target));
    try (Outcome outcome = exchange.run(target.site().catalog(), update)) {
      Outcome.Rows rows = Exchange.rows(outcome);
      if (!rows.cursor().next()) {
        throw notFound(target);
      }
      exchange.answer().changed(200, rows);
    }
  }

  private static List<String> columns(Target.Row target) {
    return target.relation().columns().stream().map(Column::name).toList();
  }

  private static ProblemException notFound(Target.Row target) {
    return RestProblem.ROW_NOT_FOUND.problem(
        "\"%s\" has no row with this key".formatted(target.relation().name().name()));
  }
}
