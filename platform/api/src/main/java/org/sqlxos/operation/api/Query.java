package org.sqlxos.operation.api;

import java.util.List;
import org.sqlxos.catalog.api.RelationName;

/**
 * A read.
 *
 * @param relation where to read
 * @param columns the columns wanted, in the order of the answer; at least one
 * @param filter which rows
 * @param order by what they are sorted, most significant first
 * @param page which part of the rows
 * @param counted whether the number of all rows that match is wanted too, see {@link
 *     Outcome.Rows#total()}
 */
public record Query(
    RelationName relation,
    List<String> columns,
    Filter filter,
    List<Order> order,
    Page page,
    boolean counted)
    implements Statement {

  public Query {
    columns = List.copyOf(columns);
    order = List.copyOf(order);
    if (columns.isEmpty()) {
      throw new IllegalArgumentException("a query selects at least one column");
    }
  }

  @Override
  public boolean writes() {
    return false;
  }

  /** The same query with another filter. */
  public Query withFilter(Filter filter) {
    return new Query(relation, columns, filter, order, page, counted);
  }
}
