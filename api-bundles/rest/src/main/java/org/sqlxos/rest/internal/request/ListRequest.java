package org.sqlxos.rest.internal.request;

import java.util.List;
import java.util.Optional;
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
 * @param continued how the page after this one is found, where pages follow rows; the selection
 *     then ends with values that are not for the caller
 */
public record ListRequest(
    List<Selected> selection,
    Filter filter,
    Filter having,
    List<Order> order,
    Page page,
    Count count,
    Optional<Continued> continued) {

  /** The same as a part of a list whose pages follow rows. */
  ListRequest withContinued(Continued continued) {
    return new ListRequest(selection, filter, having, order, page, count, Optional.of(continued));
  }

  /** The query for those rows of {@code relation} that {@code scope} is true of too. */
  public Query query(Relation relation, Filter scope) {
    return new Query(
        relation.name(),
        selection,
        Filter.both(scope, filter),
        having,
        order,
        page,
        count,
        Optional.empty());
  }
}
