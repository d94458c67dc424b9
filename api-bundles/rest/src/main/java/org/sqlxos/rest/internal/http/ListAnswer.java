package org.sqlxos.rest.internal.http;

import java.io.IOException;
import java.util.List;
import org.sqlxos.catalog.api.CatalogSnapshot;
import org.sqlxos.catalog.api.Relation;
import org.sqlxos.operation.api.Outcome.Rows;
import org.sqlxos.rest.internal.request.ListRequest;
import org.sqlxos.rest.internal.request.ListRequestReader;
import org.sqlxos.rest.internal.request.MediaTypes;
import org.sqlxos.rest.internal.request.Parameter;
import org.sqlxos.rest.internal.request.Representation;
import org.sqlxos.rest.internal.response.Pagination;

/** A list as one caller wants it: which rows, and how they are written. */
record ListAnswer(
    Exchange exchange, Relation relation, ListRequest wanted, Representation representation) {

  /** The answer to an exchange that asks for rows of {@code relation}. */
  static ListAnswer to(Exchange exchange, Relation relation, CatalogSnapshot catalog) {
    return to(exchange, relation, catalog, exchange.parameters());
  }

  /** The same where not all parameters are about the list. */
  static ListAnswer to(
      Exchange exchange, Relation relation, CatalogSnapshot catalog, List<Parameter> parameters) {
    Representation representation = MediaTypes.negotiate(exchange.accept(), Representation.LIST);
    ListRequest wanted =
        ListRequestReader.list(
            parameters, relation, catalog, exchange.limits(), representation.paged());
    return new ListAnswer(exchange, relation, wanted, representation);
  }

  /**
   * Writes the rows.
   *
   * @param more whether the cursor stands on a row; else it has been read to its end
   */
  void write(Rows rows, boolean more) throws IOException {
    if (representation.paged()) {
      exchange.answer().list(rows, more, Pagination.of(wanted));
    } else {
      exchange.answer().export(rows, more, representation, relation.name().name());
    }
  }
}
