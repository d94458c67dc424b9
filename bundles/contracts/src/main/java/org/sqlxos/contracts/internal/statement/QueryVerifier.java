package org.sqlxos.contracts.internal.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sqlxos.catalog.api.CatalogSnapshot;
import org.sqlxos.catalog.api.Column;
import org.sqlxos.catalog.api.Relation;
import org.sqlxos.catalog.api.RelationName;
import org.sqlxos.catalog.api.Relationship;
import org.sqlxos.catalog.api.View;
import org.sqlxos.contracts.internal.report.ContractProblem;
import org.sqlxos.operation.api.Filter;
import org.sqlxos.operation.api.Order;
import org.sqlxos.operation.api.Query;
import org.sqlxos.operation.api.Search;
import org.sqlxos.operation.api.Selected;
import org.sqlxos.operation.api.Selected.Aggregate;
import org.sqlxos.operation.api.Selected.Embed;
import org.sqlxos.operation.api.Selected.Field;
import org.sqlxos.operation.api.Selected.Through;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.type.api.UniversalType.ArrayType;
import org.sqlxos.type.api.UniversalType.BytesType;
import org.sqlxos.type.api.UniversalType.DecimalType;
import org.sqlxos.type.api.UniversalType.FloatType;
import org.sqlxos.type.api.UniversalType.IntegerType;
import org.sqlxos.type.api.UniversalType.Simple;
import org.sqlxos.type.api.UniversalType.Special;
import org.sqlxos.type.api.UniversalType.TextType;

/**
 * Verifies queries with all that is embedded in them: every name is in the catalog, every
 * relationship is the catalog's own, every value has the class of its column. Parts that stay as
 * they are are handed on, not copied.
 */
public final class QueryVerifier {

  /** Deeper ones would exhaust the stack, here or in a database. */
  private static final int DEEPEST = 50;

  private final CatalogSnapshot catalog;

  public QueryVerifier(CatalogSnapshot catalog) {
    this.catalog = catalog;
  }

  /**
   * @throws ProblemException if a name or a value is refused
   */
  public Query query(Query query) {
    return verified(query, 0);
  }

  private Query verified(Query query, int depth) {
    if (depth > DEEPEST) {
      throw ContractProblem.FILTER_INVALID.problem(
          "Related rows are more than %d levels deep.".formatted(DEEPEST));
    }
    Relation relation = Names.relation(catalog, query.relation());
    List<Selected> selection = selection(relation, query.selection(), depth);
    Filter filter = new FilterVerifier(catalog).filter(relation, query.filter());
    query.search().ifPresent(search -> requireText(relation, search));
    Query verified = selection == query.selection() ? query : query.withSelection(selection);
    verified = filter == query.filter() ? verified : verified.withFilter(filter);
    return query.grouped() ? grouped(relation, verified) : ordered(relation, verified);
  }

  /** Words are looked for in texts, and in what is made for being searched. */
  private static void requireText(Relation relation, Search search) {
    for (String name : search.columns()) {
      Column column = Names.column(relation, name);
      if (!(column.type() instanceof TextType) && !searchable(relation, name)) {
        throw ContractProblem.FILTER_INVALID.problem(
            "\"%s\" is %s, in which no words are looked for."
                .formatted(name, column.type().notation()));
      }
    }
  }

  private static boolean searchable(Relation relation, String column) {
    return relation.textIndexes().stream().anyMatch(index -> index.columns().contains(column));
  }

  private Query ordered(Relation relation, Query query) {
    for (Order order : query.order()) {
      Column unused = Names.column(relation, order.column());
    }
    if (!query.having().equals(Filter.EVERYTHING)) {
      throw ContractProblem.FILTER_INVALID.problem("Only aggregates have conditions on groups.");
    }
    return query.page().after().isEmpty() ? query : following(relation, query);
  }

  /** What a row is followed by has the classes of what rows are sorted by. */
  private Query following(Relation relation, Query query) {
    List<@Nullable Object> after = query.page().after();
    if (after.size() != query.order().size()) {
      throw ContractProblem.FILTER_INVALID.problem(
          "A page follows %d values, and rows are sorted by %d."
              .formatted(after.size(), query.order().size()));
    }
    List<@Nullable Object> verified = new ArrayList<>(after.size());
    for (int i = 0; i < after.size(); i++) {
      Object value = after.get(i);
      verified.add(value == null ? null : compared(relation, query.order().get(i).column(), value));
    }
    return query.withPage(query.page().withAfter(verified));
  }

  private Object compared(Relation relation, String column, Object value) {
    Filter filter = new Filter.Compare(column, Filter.Comparison.EQUAL, value);
    return ((Filter.Compare) new FilterVerifier(catalog).filter(relation, filter)).value();
  }

  /** What is said of groups is said of the rows of the answer. */
  private Query grouped(Relation relation, Query query) {
    Relation answer = answer(relation, query);
    for (Order order : query.order()) {
      Column unused = Names.column(answer, order.column());
    }
    Filter having = new FilterVerifier(catalog).filter(answer, query.having());
    return having == query.having() ? query : query.withHaving(having);
  }

  private static Relation answer(Relation relation, Query query) {
    List<Column> columns = new ArrayList<>();
    for (Selected selected : query.selection()) {
      switch (selected) {
        case Field field -> columns.add(Names.column(relation, field.column()).named(field.name()));
        case Aggregate aggregate -> columns.add(result(relation, aggregate));
        case Embed embed ->
            throw ContractProblem.FILTER_INVALID.problem(
                "\"%s\": groups have no related rows.".formatted(embed.name()));
      }
    }
    return new View(relation.name(), columns, Optional.empty(), Optional.empty());
  }

  private static Column result(Relation relation, Aggregate aggregate) {
    aggregate.column().ifPresent(name -> requireFit(Names.column(relation, name), aggregate));
    return new Column(
        aggregate.name(),
        aggregate.type(name -> Names.column(relation, name).type()),
        "",
        true,
        Column.Origin.GENERATED,
        Optional.empty(),
        Optional.empty());
  }

  /** Databases differ in what they make of the others, if they make anything of them. */
  private static void requireFit(Column column, Aggregate aggregate) {
    boolean fits =
        switch (aggregate.function()) {
          case COUNT -> true;
          case SUM, AVG ->
              switch (column.type()) {
                case IntegerType _, DecimalType _, FloatType _, Special _ -> true;
                default -> false;
              };
          case MIN, MAX ->
              switch (column.type()) {
                case ArrayType _, BytesType _ -> false;
                case Simple.BOOLEAN, Simple.JSON -> false;
                default -> true;
              };
        };
    if (!fits) {
      throw ContractProblem.FILTER_INVALID.problem(
          "There is no %s of \"%s\", which is %s."
              .formatted(
                  aggregate.function().name().toLowerCase(Locale.ROOT),
                  column.name(),
                  column.type().notation()));
    }
  }

  private List<Selected> selection(Relation relation, List<Selected> selection, int depth) {
    List<Selected> result = selection;
    for (int i = 0; i < selection.size(); i++) {
      Selected part = selected(relation, selection.get(i), depth);
      if (part != selection.get(i)) {
        result = result == selection ? new ArrayList<>(selection) : result;
        result.set(i, part);
      }
    }
    requireDifferent(selection);
    return result;
  }

  // No set of names: most selections are short, and this is done for each request.
  private static void requireDifferent(List<Selected> selection) {
    for (int i = 1; i < selection.size(); i++) {
      Selected selected = selection.get(i);
      if (taken(selection, i, selected.name())) {
        throw ContractProblem.FILTER_INVALID.problem(
            "\"%s\" is selected more than once.".formatted(selected.name()));
      }
    }
  }

  private static boolean taken(List<Selected> selection, int before, String name) {
    for (int i = 0; i < before; i++) {
      if (selection.get(i).name().equals(name)) {
        return true;
      }
    }
    return false;
  }

  private Selected selected(Relation relation, Selected selected, int depth) {
    return switch (selected) {
      case Field field -> {
        Column unused = Names.column(relation, field.column());
        yield field;
      }
      case Aggregate aggregate -> {
        aggregate.column().ifPresent(name -> Names.require(relation, List.of(name)));
        yield aggregate;
      }
      case Embed embed -> embed(relation, embed, depth);
    };
  }

  private Embed embed(Relation relation, Embed embed, int depth) {
    Embed verified = embed;
    RelationName from = relation.name();
    if (embed.through().isPresent()) {
      Through through = embed.through().get();
      requireKnown(from, through.relationship());
      from = through.relationship().to();
      Relation between = Names.relation(catalog, from);
      Filter filter = new FilterVerifier(catalog).filter(between, through.filter());
      if (filter != through.filter()) {
        verified = verified.withThrough(new Through(through.relationship(), filter));
      }
    }
    requireKnown(from, embed.relationship());
    Query query = verified(embed.query(), depth + 1);
    return query == embed.query() ? verified : verified.withQuery(query);
  }

  /** Whoever makes up a relationship could join what no foreign key joins. */
  private void requireKnown(RelationName from, Relationship relationship) {
    boolean known =
        catalog.relationship(from, relationship.name()).filter(relationship::equals).isPresent();
    if (!known) {
      throw ContractProblem.NAME_UNKNOWN.problem(
          "\"%s\" has no relationship \"%s\".".formatted(from.name(), relationship.name()));
    }
  }
}
