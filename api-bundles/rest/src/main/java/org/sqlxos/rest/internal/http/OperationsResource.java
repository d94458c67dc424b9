package org.sqlxos.rest.internal.http;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sqlxos.operation.api.Filter;
import org.sqlxos.operation.api.JsonValue;
import org.sqlxos.operation.api.Page;
import org.sqlxos.operation.api.Query;
import org.sqlxos.operation.api.StatementFailure;
import org.sqlxos.rest.internal.request.BodyReader;
import org.sqlxos.rest.internal.request.ListRequest;
import org.sqlxos.rest.internal.request.ListRequestReader;
import org.sqlxos.rest.internal.request.Parameter;
import org.sqlxos.rest.internal.request.PathReader;
import org.sqlxos.rest.internal.request.Replacement;
import org.sqlxos.rest.internal.request.RestProblem;
import org.sqlxos.rest.internal.request.RowBody;
import org.sqlxos.rest.internal.request.Site;
import org.sqlxos.rest.internal.request.Target;
import org.sqlxos.rest.internal.write.Change;
import org.sqlxos.rest.internal.write.ChangeList;
import org.sqlxos.rest.internal.write.ChangedRow;
import org.sqlxos.rest.internal.write.FilteredRows;
import org.sqlxos.rest.internal.write.GoneRow;
import org.sqlxos.rest.internal.write.NewRows;
import org.sqlxos.rest.internal.write.Prefer;
import org.sqlxos.rest.internal.write.ReadRows;
import org.sqlxos.rest.internal.write.RowTag;
import org.sqlxos.rest.internal.write.Terms;

/** A list of operations in one request: all of them are done, or none. */
final class OperationsResource {

  private static final int MOST_OPERATIONS = 1_000;

  private final Exchange exchange;
  private final Site site;
  private final ChangeList changes = new ChangeList();

  private OperationsResource(Exchange exchange, Site site) {
    this.exchange = exchange;
    this.site = site;
  }

  static void run(Exchange exchange, Site site) throws IOException {
    ListRequestReader.none(exchange.parameters());
    RowBody body = exchange.body();
    if (!body.bulk() || body.rows().size() > MOST_OPERATIONS) {
      throw RestProblem.OPERATION_INVALID.problem(
          "an array of 1 to %d operations expected".formatted(MOST_OPERATIONS));
    }
    OperationsResource resource = new OperationsResource(exchange, site);
    int number = 0;
    for (Map<String, @Nullable Object> operation : body.rows()) {
      resource.add(operation, number);
      number++;
    }
    try {
      ChangeRun.run(exchange, site.catalog(), resource.changes);
    } catch (StatementFailure failure) {
      throw resource.changes.named(failure);
    }
  }

  private void add(Map<String, @Nullable Object> operation, int number) {
    String method = text(operation, "method", number);
    String path = text(operation, "path", number);
    for (String name : operation.keySet()) {
      if (!List.of("method", "path", "body", "headers").contains(name)) {
        throw invalid(number, "has no member \"%s\"".formatted(name));
      }
    }
    Map<String, @Nullable Object> headers =
        operation.get("headers") instanceof JsonValue document
            ? BodyReader.nested(document.text()).single()
            : Map.of();
    Terms terms =
        changes.terms(
            Prefer.of(header(headers, "Prefer")), new RowTag(header(headers, "If-Match")));
    int query = path.indexOf('?');
    Target target = PathReader.within(site, query < 0 ? path : path.substring(0, query));
    List<Parameter> parameters = Parameter.read(query < 0 ? null : path.substring(query + 1));
    Optional<RowBody> body =
        operation.get("body") instanceof JsonValue document
            ? Optional.of(BodyReader.nested(document.text()))
            : Optional.empty();
    changes.add(
        switch (target) {
          case Target.Rows rows -> rows(rows, new Asked(method, parameters, body, terms, number));
          case Target.Row row -> row(row, new Asked(method, parameters, body, terms, number));
          case Target.Databases _,
              Target.Index _,
              Target.Document _,
              Target.Related _,
              Target.Call _,
              Target.Changes _,
              Target.Octets _,
              Target.Search _ ->
              throw invalid(number, "is about rows or one row: a path like /users or /users/1");
        });
  }

  /** An operation beside its target. */
  private record Asked(
      String method, List<Parameter> parameters, Optional<RowBody> body, Terms terms, int number) {

    RowBody rows() {
      RowBody given =
          body.orElseThrow(() -> invalid(number, "needs a body: an object, or an array of them"));
      if (given.rows().isEmpty()) {
        throw invalid(number, "has a body without rows");
      }
      return given;
    }

    Map<String, @Nullable Object> values() {
      Map<String, @Nullable Object> values = rows().single();
      if (values.isEmpty()) {
        throw invalid(number, "has nothing to change");
      }
      return values;
    }
  }

  private Query list(Target.Rows target, Asked asked) {
    ListRequest wanted =
        ListRequestReader.list(
            asked.parameters(),
            target.relation(),
            target.site().catalog(),
            exchange.limits(),
            true);
    if (wanted.continued().isPresent()) {
      throw invalid(asked.number(), "is one of several and has no cursor; give page and limit");
    }
    return wanted.query(target.relation(), Filter.EVERYTHING).withCount(Query.Count.NONE);
  }

  private Change rows(Target.Rows target, Asked asked) {
    if (!Methods.of(target).contains(asked.method())) {
      throw invalid(asked.number(), "has a method that these rows do not know");
    }
    return switch (asked.method()) {
      case "GET" -> new ReadRows(list(target, asked), false);
      case "POST" ->
          new NewRows(
              target,
              asked.rows(),
              ListRequestReader.conflictKey(asked.parameters(), target.relation()),
              asked.terms(),
              exchange.limits().depthMax());
      case "PATCH" ->
          FilteredRows.changed(target, filter(target, asked), asked.values(), asked.terms());
      case "DELETE" -> FilteredRows.gone(target, filter(target, asked), asked.terms());
      default -> throw invalid(asked.number(), "has a method that rows do not know");
    };
  }

  private Filter filter(Target.Rows target, Asked asked) {
    return ListRequestReader.filter(
        asked.parameters(), target.relation(), target.site().catalog(), exchange.limits());
  }

  private Change row(Target.Row target, Asked asked) {
    if (!asked.method().equals("GET")) {
      ListRequestReader.none(asked.parameters());
    }
    return switch (asked.method()) {
      case "GET" ->
          new ReadRows(
              ListRequestReader.row(
                      asked.parameters(),
                      target.relation(),
                      target.site().catalog(),
                      exchange.limits())
                  .query(target.relation(), target.key().filter())
                  .withPage(new Page(1, 0)),
              true);
      case "PATCH" -> new ChangedRow(target, asked.values(), false, asked.terms());
      case "PUT" ->
          new ChangedRow(
              target,
              Replacement.of(target.relation(), target.key(), asked.rows().single()),
              false,
              asked.terms());
      case "DELETE" -> new GoneRow(target, asked.terms());
      default -> throw invalid(asked.number(), "has a method that a row does not know");
    };
  }

  private static List<String> header(Map<String, @Nullable Object> headers, String name) {
    return headers.get(name) instanceof String value ? List.of(value) : List.of();
  }

  private static String text(Map<String, @Nullable Object> operation, String name, int number) {
    if (operation.get(name) instanceof String text) {
      return text;
    }
    throw invalid(number, "needs a text \"%s\"".formatted(name));
  }

  private static RuntimeException invalid(int number, String what) {
    return RestProblem.OPERATION_INVALID.problem("operation %d %s".formatted(number, what));
  }
}
