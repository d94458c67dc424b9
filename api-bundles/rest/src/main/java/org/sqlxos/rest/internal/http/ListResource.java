package org.sqlxos.rest.internal.http;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sqlxos.catalog.api.Relation;
import org.sqlxos.operation.api.Filter;
import org.sqlxos.operation.api.Outcome;
import org.sqlxos.operation.api.Query;
import org.sqlxos.rest.internal.load.LoadFormat;
import org.sqlxos.rest.internal.request.ListRequestReader;
import org.sqlxos.rest.internal.request.RestProblem;
import org.sqlxos.rest.internal.request.SearchRequest;
import org.sqlxos.rest.internal.request.Target;
import org.sqlxos.rest.internal.write.Change;
import org.sqlxos.rest.internal.write.FilteredRows;
import org.sqlxos.rest.internal.write.NewRows;

/** All rows of a relation: lists them, creates more, changes and deletes those of a filter. */
final class ListResource {

  private ListResource() {}

  static void list(Exchange exchange, Target.Rows target) throws IOException {
    Relation relation = target.relation();
    ListAnswer answer = ListAnswer.to(exchange, relation, target.site().catalog());
    try (Outcome outcome =
        exchange.run(target.site().catalog(), answer.wanted().query(relation, Filter.EVERYTHING))) {
      Outcome.Rows rows = Exchange.rows(outcome);
      answer.write(rows, rows.cursor().next());
    }
  }

  static void search(Exchange exchange, Target.Search target) throws IOException {
    Relation relation = target.relation();
    SearchRequest request = SearchRequest.read(exchange.parameters(), relation);
    ListAnswer answer =
        ListAnswer.to(exchange, relation, target.site().catalog(), request.others());
    Query query = answer.wanted().query(relation, Filter.EVERYTHING).withSearch(request.search());
    try (Outcome outcome = exchange.run(target.site().catalog(), query)) {
      Outcome.Rows rows = Exchange.rows(outcome);
      answer.write(rows, rows.cursor().next());
    }
  }

  static void create(Exchange exchange, Target.Rows target) throws IOException {
    Optional<LoadFormat> format = LoadFormat.of(exchange.contentType());
    if (format.isPresent()) {
      LoadResource.run(exchange, target, format.get());
      return;
    }
    Change change =
        new NewRows(
            target,
            exchange.body(),
            ListRequestReader.conflictKey(exchange.parameters(), target.relation()),
            exchange.terms(),
            exchange.limits().depthMax());
    ChangeRun.run(exchange, target.site().catalog(), change);
  }

  static void patch(Exchange exchange, Target.Rows target) throws IOException {
    Filter filter = filter(exchange, target);
    Map<String, @Nullable Object> values = exchange.body().single();
    if (values.isEmpty()) {
      throw RestProblem.MALFORMED_BODY.problem("at least one member to change expected");
    }
    Change change = FilteredRows.changed(target, filter, values, exchange.terms());
    ChangeRun.run(exchange, target.site().catalog(), change);
  }

  static void delete(Exchange exchange, Target.Rows target) throws IOException {
    Change change = FilteredRows.gone(target, filter(exchange, target), exchange.terms());
    ChangeRun.run(exchange, target.site().catalog(), change);
  }

  private static Filter filter(Exchange exchange, Target.Rows target) {
    return ListRequestReader.filter(
        exchange.parameters(), target.relation(), target.site().catalog(), exchange.limits());
  }
}
