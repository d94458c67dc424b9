package org.sqlxos.rest.internal.request;

import java.util.List;
import org.sqlxos.catalog.api.Relation;
import org.sqlxos.operation.api.Filter;
import org.sqlxos.operation.api.Order;
import org.sqlxos.operation.api.Page;
import org.sqlxos.operation.api.Query;
import org.sqlxos.operation.api.Query.Count;
import org.sqlxos.operation.api.Selected;

/**
 * What a caller wants of a list of rows.
 *
 * @param selection what is wanted of each row
 * @param having which groups, where there are aggregates
 * @param order as asked for
 * @param page which part of them
 * @param count whether the total is wanted
 */
public record ListRequest(
    List<Selected> selection,
    Filter filter,
    Filter having,
    List<Order> order,
    Page page,
    Count count) {

  /** The query for those rows of {@code relation} that {@code scope} is true of too. */
  public Query query(Relation relation, Filter scope) {
    return new Query(
        relation.name(), selection, Filter.both(scope, filter), having, order, page, count);
  }
}
