package org.sqlxos.dialect.api;

import java.util.List;
import java.util.Optional;
import org.sqlxos.operation.api.Filter;
import org.sqlxos.operation.api.Order;
import org.sqlxos.operation.api.Page;
import org.sqlxos.operation.api.TargetStatement;

/**
 * How a read is run by a database that does not do all of it itself.
 *
 * @param target what the database does; its columns are those of the query and others that the rest
 *     needs, in any order
 * @param filter what is still to hold of each row
 * @param order by what the rows are still to be sorted; empty if they come as they should
 * @param page what is still to be taken of the rows; absent if the database takes it
 */
public record StatementPlan(
    TargetStatement target, Filter filter, List<Order> order, Optional<Page> page) {

  public StatementPlan {
    order = List.copyOf(order);
  }

  /** A read that the database does as a whole. */
  public static StatementPlan whole(TargetStatement target) {
    return new StatementPlan(target, Filter.EVERYTHING, List.of(), Optional.empty());
  }
}
