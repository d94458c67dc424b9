package org.sqlxos.operation.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sqlxos.catalog.api.RelationName;

/**
 * A read. Made by {@link #of} and the methods that change one part.
 *
 * @param relation where to read
 * @param selection what is wanted of each row, in the order of the answer; at least one, of
 *     different names. Where it has a {@link Selected.Aggregate} the fields beside it are what rows
 *     are grouped by: one row of the answer for each of their combinations
 * @param filter which rows
 * @param having which rows of the answer, where the selection has aggregates: its columns are names
 *     of the selection
 * @param order by what they are sorted, most significant first; columns of the relation, and names
 *     of the selection where that has aggregates. That pages do not overlap is for PLAN to add
 * @param page which part of the rows
 * @param count whether the number of all rows that match is wanted too, see {@link
 *     Outcome.Rows#total()}
 * @param search words that the rows have; without an order those that fit best come first
 */
public record Query(
    RelationName relation,
    List<Selected> selection,
    Filter filter,
    Filter having,
    List<Order> order,
    Page page,
    Count count,
    Optional<Search> search)
    implements Statement {

  /** Whether the number of all rows that match is wanted. */
  public enum Count {
    NONE,
    /** As it is at this moment. */
    EXACT,
    /** What the database's statistics say; exact where it has none. */
    ESTIMATED
  }

  public Query {
    selection = List.copyOf(selection);
    order = List.copyOf(order);
    if (selection.isEmpty()) {
      throw new IllegalArgumentException("a query selects at least one column");
    }
  }

  /** All rows; {@link Selected#fields} makes a selection of columns. */
  public static Query of(RelationName relation, List<Selected> selection) {
    return new Query(
        relation,
        selection,
        Filter.EVERYTHING,
        Filter.EVERYTHING,
        List.of(),
        Page.ALL,
        Count.NONE,
        Optional.empty());
  }

  @Override
  public boolean writes() {
    return false;
  }

  /** Whether its rows are the relation's, with nothing but columns of them. */
  public boolean plain() {
    for (Selected selected : selection) {
      if (!(selected instanceof Selected.Field)) {
        return false;
      }
    }
    return true;
  }

  /** Whether its rows are groups of the relation's. */
  public boolean grouped() {
    for (Selected selected : selection) {
      if (selected instanceof Selected.Aggregate) {
        return true;
      }
    }
    return false;
  }

  /** The columns of the selection's fields, in their order. */
  public List<String> columns() {
    List<String> columns = new ArrayList<>(selection.size());
    for (Selected selected : selection) {
      if (selected instanceof Selected.Field field) {
        columns.add(field.column());
      }
    }
    return columns;
  }

  /** The same query with another selection. */
  public Query withSelection(List<Selected> selection) {
    return new Query(relation, selection, filter, having, order, page, count, search);
  }

  /** The same query with another filter. */
  public Query withFilter(Filter filter) {
    return new Query(relation, selection, filter, having, order, page, count, search);
  }

  /** The same query with another condition on groups. */
  public Query withHaving(Filter having) {
    return new Query(relation, selection, filter, having, order, page, count, search);
  }

  /** The same query in another order. */
  public Query withOrder(List<Order> order) {
    return new Query(relation, selection, filter, having, order, page, count, search);
  }

  /** The same query for another part of the rows. */
  public Query withPage(Page page) {
    return new Query(relation, selection, filter, having, order, page, count, search);
  }

  /** The same query, counted otherwise. */
  public Query withCount(Count count) {
    return new Query(relation, selection, filter, having, order, page, count, search);
  }

  /** The same query for rows that have these words. */
  public Query withSearch(Search search) {
    return new Query(relation, selection, filter, having, order, page, count, Optional.of(search));
  }

  /** The same query with a filter in place of its words. */
  public Query withoutSearch(Filter filter) {
    return new Query(relation, selection, filter, having, order, page, count, Optional.empty());
  }
}
