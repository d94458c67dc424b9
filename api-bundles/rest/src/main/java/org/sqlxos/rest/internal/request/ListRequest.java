package org.sqlxos.rest.internal.request;

import java.util.List;
import org.sqlxos.catalog.api.Relation;
import org.sqlxos.operation.api.Filter;
import org.sqlxos.operation.api.Order;
import org.sqlxos.operation.api.Page;
import org.sqlxos.operation.api.Query;

/**
 * What a caller wants of a list of rows.
 *
 * @param columns those wanted, in their order
 * @param order as asked for
 * @param page which part of them
 * @param counted whether the total is wanted
 */
public record ListRequest(
    List<String> columns, Filter filter, List<Order> order, Page page, boolean counted) {

  /** The query for those rows of {@code relation} that {@code scope} is true of too. */
  public Query query(Relation relation, Filter scope) {
    return new Query(relation.name(), columns, Filter.both(scope, filter), order, page, counted);
  }
}
