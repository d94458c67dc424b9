package org.sqlxos.rest.internal.http;

import java.io.IOException;
import java.util.List;
import org.sqlxos.catalog.api.CatalogSnapshot;
import org.sqlxos.operation.api.Outcome;
import org.sqlxos.operation.api.Page;
import org.sqlxos.operation.api.Query;
import org.sqlxos.operation.api.Selected;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.rest.internal.request.BodyReader;
import org.sqlxos.rest.internal.request.ListRequestReader;
import org.sqlxos.rest.internal.request.MediaTypes;
import org.sqlxos.rest.internal.request.Representation;
import org.sqlxos.rest.internal.request.RestProblem;
import org.sqlxos.rest.internal.request.Target;
import org.sqlxos.rest.internal.response.OctetValue;
import org.sqlxos.rest.internal.response.RangeHeader;
import org.sqlxos.rest.internal.write.ChangedOctets;

/** The octets in one column of a row: reads and replaces them. */
final class OctetsResource {

  private OctetsResource() {}

  static void read(Exchange exchange, Target.Octets target) throws IOException {
    ListRequestReader.none(exchange.parameters());
    Query query =
        Query.of(target.row().relation().name(), Selected.fields(List.of(target.column().name())))
            .withFilter(target.row().key().filter())
            .withPage(new Page(1, 0));
    try (Outcome outcome = exchange.run(catalog(target), query)) {
      Outcome.Rows rows = Exchange.rows(outcome);
      String table = target.row().relation().name().name();
      if (!rows.cursor().next()) {
        throw RestProblem.ROW_NOT_FOUND.problem("\"%s\" has no row with this key".formatted(table));
      }
      byte[] octets = OctetValue.of(rows).orElseThrow(() -> absent(target));
      exchange.answer().octets(octets, range(exchange), table + ".bin");
    }
  }

  // A range is of a body, and the answer to HEAD has none.
  private static RangeHeader range(Exchange exchange) {
    return exchange.request().getMethod().equals("HEAD")
        ? new RangeHeader(null, null)
        : new RangeHeader(
            exchange.request().getHeader("Range"), exchange.request().getHeader("If-Range"));
  }

  static void replace(Exchange exchange, Target.Octets target) throws IOException {
    ListRequestReader.none(exchange.parameters());
    MediaTypes.require(
        Representation.OCTETS,
        exchange.request().getContentType(),
        exchange.request().getHeader("Content-Encoding"));
    byte[] octets =
        BodyReader.octets(
            exchange.request().getInputStream(),
            exchange.request().getContentLengthLong(),
            exchange.limits().bodyMaxBytes());
    ChangeRun.run(
        exchange,
        catalog(target),
        new ChangedOctets(target, octets, exchange.terms(), exchange.ifNoneMatch()));
  }

  private static CatalogSnapshot catalog(Target.Octets target) {
    return target.row().site().catalog();
  }

  private static ProblemException absent(Target.Octets target) {
    return RestProblem.VALUE_ABSENT.problem(
        "the row has nothing in \"%s\"".formatted(target.column().name()));
  }
}
