package org.sqlxos.rest.internal.http;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sqlxos.catalog.api.CatalogSnapshot;
import org.sqlxos.catalog.api.Relation;
import org.sqlxos.catalog.api.Routine;
import org.sqlxos.catalog.api.Routine.Shape;
import org.sqlxos.operation.api.Call;
import org.sqlxos.operation.api.Filter;
import org.sqlxos.operation.api.Outcome;
import org.sqlxos.operation.api.Query;
import org.sqlxos.rest.internal.request.CallRequest;
import org.sqlxos.rest.internal.request.ListRequestReader;
import org.sqlxos.rest.internal.request.Parameter;
import org.sqlxos.rest.internal.request.RestProblem;
import org.sqlxos.rest.internal.request.Target;
import org.sqlxos.rest.internal.response.Reply;
import org.sqlxos.rest.internal.response.RowDocument;

/** Calls a function or procedure, and answers with what it does. */
final class CallResource {

  private static final List<String> NOT_OF_CALLS = List.of("total", "cursor");

  private final Exchange exchange;
  private final CatalogSnapshot catalog;
  private final CallRequest request;

  private CallResource(Exchange exchange, CatalogSnapshot catalog, CallRequest request) {
    this.exchange = exchange;
    this.catalog = catalog;
    this.request = request;
  }

  /** Only what does not write is called by reading. */
  static void read(Exchange exchange, Target.Call target) throws IOException {
    List<Routine> reading =
        target.routines().stream().filter(routine -> !routine.writes()).toList();
    CallRequest request = CallRequest.of(reading, exchange.parameters());
    new CallResource(exchange, target.site().catalog(), request).run();
  }

  static void call(Exchange exchange, Target.Call target) throws IOException {
    Map<String, @Nullable Object> body = exchange.bodyless() ? Map.of() : exchange.body().single();
    CallRequest request = CallRequest.of(target.routines(), body, exchange.parameters());
    new CallResource(exchange, target.site().catalog(), request).run();
  }

  private void run() throws IOException {
    switch (request.routine().answer().shape()) {
      case NOTHING, VALUE, ROW -> {
        ListRequestReader.none(request.others());
        single();
      }
      case ROWS -> rows();
    }
  }

  private Outcome outcome(Optional<Query> rows) {
    return exchange.run(catalog, new Call(request.routine(), request.arguments(), rows));
  }

  private void single() throws IOException {
    try (Outcome outcome = outcome(Optional.empty())) {
      if (outcome instanceof Outcome.Rows rows && rows.cursor().next()) {
        exchange.answer().reply(reply(rows), List.of(), () -> ChangeRun.drain(List.of(rows)));
      } else {
        exchange.answer().empty(204);
      }
    }
  }

  private Reply reply(Outcome.Rows rows) {
    return switch (request.routine().answer().shape()) {
      case NOTHING -> Reply.empty(204);
      case VALUE -> Reply.of(200, json -> RowDocument.value(json, rows));
      case ROW -> Reply.of(200, json -> RowDocument.single(json, rows));
      case ROWS -> throw new IllegalStateException("rows are a list");
    };
  }

  /** Rows are not counted: that would be a second call. */
  private void rows() throws IOException {
    for (Parameter parameter : request.others()) {
      if (NOT_OF_CALLS.contains(parameter.name())) {
        throw RestProblem.PARAMETER_INVALID.problem(
            "parameter \"%s\": rows of functions have pages by number, and are not counted"
                .formatted(parameter.name()));
      }
    }
    CatalogSnapshot answered = request.routine().rows(catalog);
    Relation relation = answered.relation(request.routine().name()).orElseThrow();
    ListAnswer answer = ListAnswer.to(exchange, relation, answered, request.others());
    Query query = answer.wanted().query(relation, Filter.EVERYTHING).withCount(Query.Count.NONE);
    try (Outcome outcome = outcome(Optional.of(query))) {
      Outcome.Rows rows = Exchange.rows(outcome);
      answer.write(rows, rows.cursor().next());
    }
  }

  /** Whether any of them answers with a list. */
  static boolean lists(Target.Call target) {
    return target.routines().stream().anyMatch(each -> each.answer().shape() == Shape.ROWS);
  }
}
