package org.sqlxos.rest.internal.http;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sqlxos.catalog.api.Column;
import org.sqlxos.catalog.api.Key;
import org.sqlxos.catalog.api.Relation;
import org.sqlxos.operation.api.Filter;
import org.sqlxos.operation.api.Mutation;
import org.sqlxos.operation.api.Outcome;
import org.sqlxos.rest.internal.request.ListRequestReader;
import org.sqlxos.rest.internal.request.RowBody;
import org.sqlxos.rest.internal.request.Target;
import org.sqlxos.rest.internal.response.KeyValues;

/** All rows of a relation: lists them, creates more. */
final class ListResource {

  private ListResource() {}

  static void list(Exchange exchange, Target.Rows target) throws IOException {
    Relation relation = target.relation();
    ListAnswer answer = ListAnswer.to(exchange, relation);
    try (Outcome outcome =
        exchange.run(target.site().catalog(), answer.wanted().query(relation, Filter.EVERYTHING))) {
      Outcome.Rows rows = Exchange.rows(outcome);
      answer.write(rows, rows.cursor().next());
    }
  }

  static void create(Exchange exchange, Target.Rows target) throws IOException {
    ListRequestReader.none(exchange.parameters());
    RowBody body = exchange.body();
    Relation relation = target.relation();
    List<String> columns = List.copyOf(body.rows().getFirst().keySet());
    Mutation insert =
        new Mutation.Insert(
            relation.name(),
            columns,
            body.rows().stream().map(row -> values(row, columns)).toList(),
            relation.columns().stream().map(Column::name).toList());
    try (Outcome outcome = exchange.run(target.site().catalog(), insert)) {
      Outcome.Rows rows = Exchange.rows(outcome);
      if (body.bulk()) {
        exchange.answer().allChanged(201, rows);
      } else {
        created(exchange, target, rows);
      }
    }
  }

  private static void created(Exchange exchange, Target.Rows target, Outcome.Rows rows)
      throws IOException {
    if (!rows.cursor().next()) {
      throw new IllegalStateException("a row was inserted and none came back");
    }
    location(target, rows).ifPresent(path -> exchange.answer().headerIfGood("Location", path));
    exchange.answer().changed(201, rows);
  }

  private static Optional<String> location(Target.Rows target, Outcome.Rows rows) {
    return target
        .relation()
        .identity()
        .map(Key::columns)
        .flatMap(key -> KeyValues.of(rows, key))
        .map(key -> target.site().path(target.relation(), key));
  }

  // In the order of the first row, whatever the order in the others.
  private static List<@Nullable Object> values(
      Map<String, @Nullable Object> row, List<String> columns) {
    List<@Nullable Object> values = new ArrayList<>(columns.size());
    for (String column : columns) {
      values.add(row.get(column));
    }
    return values;
  }
}
