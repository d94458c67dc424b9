package org.sqlxos.security.internal.admit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.sqlxos.catalog.api.RelationName;
import org.sqlxos.catalog.api.Relationship;
import org.sqlxos.operation.api.Filter;
import org.sqlxos.operation.api.Page;
import org.sqlxos.operation.api.Query;
import org.sqlxos.operation.api.Query.Count;
import org.sqlxos.operation.api.Selected;
import org.sqlxos.security.internal.problem.SecurityProblem;

/** Reads, held to what the caller may read: the whole tree of them. */
final class QueryRestriction {

  private final Restriction restriction;
  private final int deepest;
  private final int mostRows;

  /**
   * @param deepest relations inside each other
   * @param mostRows of one embedded list
   */
  QueryRestriction(Restriction restriction, int deepest, int mostRows) {
    this.restriction = restriction;
    this.deepest = deepest;
    this.mostRows = mostRows;
  }

  Query of(Query query) {
    return of(query, Set.of(), 0);
  }

  /**
   * @param reached the columns that the way to the relation compares
   */
  private Query of(Query query, Set<String> reached, int depth) {
    if (depth > deepest) {
      throw SecurityProblem.TOO_MUCH.problem(
          "this caller may ask for %d relations inside each other".formatted(deepest));
    }
    Set<String> touched = new HashSet<>(reached);
    Set<String> names = new HashSet<>();
    List<Selected> selection = new ArrayList<>(query.selection().size());
    for (Selected selected : query.selection()) {
      names.add(selected.name());
      selection.add(selected(selected, touched, depth));
    }
    Restriction.touched(query.filter(), touched);
    query.order().stream()
        .map(order -> order.column())
        .filter(column -> !query.grouped() || !names.contains(column))
        .forEach(touched::add);
    query.search().ifPresent(search -> touched.addAll(search.columns()));
    Filter own = restriction.restricted(query.filter(), depth);
    Filter having = restriction.restricted(query.having(), depth);
    Filter rows = restriction.readable(query.relation(), touched);
    // What statistics say of a table they say of hidden rows, too.
    Count count = query.count() == Count.NONE ? Count.NONE : Count.EXACT;
    return discreet(query, rows)
        .withSelection(selection)
        .withFilter(Filter.both(own, rows))
        .withHaving(having)
        .withCount(count);
  }

  /** Some ranks depend on how many rows have a word, and so on hidden ones. */
  private static Query discreet(Query query, Filter rows) {
    return query.search().isEmpty() || rows.equals(Filter.EVERYTHING)
        ? query
        : query.withSearch(query.search().get().inDiscretion());
  }

  private Selected selected(Selected selected, Set<String> touched, int depth) {
    return switch (selected) {
      case Selected.Field field -> {
        touched.add(field.column());
        yield field;
      }
      case Selected.Aggregate aggregate -> {
        aggregate.column().ifPresent(touched::add);
        yield aggregate;
      }
      case Selected.Embed embed -> {
        Relationship first =
            embed.through().map(Selected.Through::relationship).orElse(embed.relationship());
        touched.addAll(restriction.seen(first).columns());
        yield embed(embed, depth);
      }
    };
  }

  private Selected.Embed embed(Selected.Embed embed, int depth) {
    Relationship relationship = restriction.seen(embed.relationship());
    Query inner = of(embed.query(), Set.copyOf(relationship.targetColumns()), depth + 1);
    Selected.Embed restricted = embed.withQuery(bounded(inner));
    return embed
        .through()
        .map(
            through ->
                restricted.withThrough(through(through, Set.copyOf(relationship.columns()), depth)))
        .orElse(restricted);
  }

  private Selected.Through through(Selected.Through through, Set<String> onward, int depth) {
    RelationName between = restriction.seen(through.relationship()).to();
    Set<String> touched = new HashSet<>(through.relationship().targetColumns());
    touched.addAll(onward);
    Restriction.touched(through.filter(), touched);
    Filter own = restriction.restricted(through.filter(), depth + 1);
    return new Selected.Through(
        through.relationship(), Filter.both(own, restriction.readable(between, touched)));
  }

  private Query bounded(Query embedded) {
    Page page = embedded.page();
    return page.limit() <= mostRows ? embedded : embedded.withPage(page.withLimit(mostRows));
  }
}
