package org.sqlxos.rest.internal.http;

import java.io.IOException;
import java.util.OptionalLong;
import org.sqlxos.catalog.api.CatalogSnapshot;
import org.sqlxos.catalog.api.Relationship;
import org.sqlxos.catalog.api.Relationship.Cardinality;
import org.sqlxos.operation.api.Filter;
import org.sqlxos.operation.api.Outcome;
import org.sqlxos.operation.api.Page;
import org.sqlxos.operation.api.Query;
import org.sqlxos.operation.api.Selected;
import org.sqlxos.rest.internal.request.ListRequest;
import org.sqlxos.rest.internal.request.ListRequestReader;
import org.sqlxos.rest.internal.request.RestProblem;
import org.sqlxos.rest.internal.request.Target;

/** What is related to one row: a row or a list. */
final class RelatedResource {

  private RelatedResource() {}

  static void read(Exchange exchange, Target.Related target) throws IOException {
    switch (target.relationship().cardinality()) {
      case ONE -> one(exchange, target);
      case MANY -> many(exchange, target);
    }
  }

  private static void one(Exchange exchange, Target.Related target) throws IOException {
    ListRequest wanted =
        ListRequestReader.row(
            exchange.parameters(),
            target.destination(),
            target.site().catalog(),
            exchange.limits());
    Query query = wanted.query(target.destination(), scope(target)).withPage(new Page(1, 0));
    try (Outcome outcome = exchange.run(target.site().catalog(), query)) {
      Outcome.Rows rows = Exchange.rows(outcome);
      if (!rows.cursor().next()) {
        throw RestProblem.ROW_NOT_FOUND.problem(
            "\"%s\" has no row with this key, or that row has no \"%s\""
                .formatted(target.relation().name().name(), target.relationship().name()));
      }
      exchange.answer().row(rows);
    }
  }

  private static void many(Exchange exchange, Target.Related target) throws IOException {
    ListAnswer answer = ListAnswer.to(exchange, target.destination(), target.site().catalog());
    Query query = answer.wanted().query(target.destination(), scope(target));
    try (Outcome outcome = exchange.run(target.site().catalog(), query)) {
      Outcome.Rows rows = Exchange.rows(outcome);
      boolean any = rows.cursor().next();
      answer.write(any ? rows : empty(exchange, target, rows), any);
    }
  }

  // Its connection goes back first: waiting for a second one while holding the first could make
  // requests wait for each other.
  private static Outcome.Rows empty(Exchange exchange, Target.Related target, Outcome.Rows rows) {
    OptionalLong total = rows.total().value();
    rows.close();
    requireStart(exchange, target);
    return new Outcome.Rows(rows.columns(), rows.cursor(), () -> total);
  }

  /** An empty list is an answer only if the row that it starts from exists. */
  private static void requireStart(Exchange exchange, Target.Related target) {
    Query query =
        Query.of(target.relation().name(), Selected.fields(target.key().columns()))
            .withFilter(target.key().filter())
            .withPage(new Page(1, 0));
    try (Outcome outcome = exchange.runBeside(target.site().catalog(), query)) {
      if (!Exchange.rows(outcome).cursor().next()) {
        throw RestProblem.ROW_NOT_FOUND.problem(
            "\"%s\" has no row with this key".formatted(target.relation().name().name()));
      }
    }
  }

  /**
   * True of the rows related to the one with the key. Where the foreign key refers to that very key
   * its values are compared too, so that the database can use its index.
   */
  private static Filter scope(Target.Related target) {
    Relationship relationship = target.relationship();
    Filter related =
        new Filter.Related(inverse(target.site().catalog(), relationship), target.key().filter());
    return relationship.cardinality() == Cardinality.MANY
            && relationship.columns().equals(target.key().columns())
        ? Filter.both(Filter.equal(relationship.targetColumns(), target.key().values()), related)
        : related;
  }

  private static Relationship inverse(CatalogSnapshot catalog, Relationship relationship) {
    for (Relationship candidate : catalog.relationships(relationship.to())) {
      if (candidate.to().equals(relationship.from())
          && candidate.columns().equals(relationship.targetColumns())
          && candidate.targetColumns().equals(relationship.columns())) {
        return candidate;
      }
    }
    return new Relationship(
        "",
        relationship.to(),
        relationship.from(),
        relationship.targetColumns(),
        relationship.columns(),
        relationship.cardinality() == Cardinality.ONE ? Cardinality.MANY : Cardinality.ONE);
  }
}
