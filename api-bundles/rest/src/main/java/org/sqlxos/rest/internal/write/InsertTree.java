package org.sqlxos.rest.internal.write;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sqlxos.catalog.api.CatalogSnapshot;
import org.sqlxos.catalog.api.Relation;
import org.sqlxos.catalog.api.Relationship;
import org.sqlxos.catalog.api.Table;
import org.sqlxos.operation.api.Default;
import org.sqlxos.operation.api.Earlier;
import org.sqlxos.operation.api.Mutation;
import org.sqlxos.rest.internal.request.RestProblem;

/**
 * The inserts of rows that have their related rows inside: those that a row refers to come before
 * it, those that refer to it after it, with the key that it got.
 *
 * <p>Rows that nobody refers to share an insert. A row that is referred to has its own: no database
 * promises to return rows in the order in which they were given.
 */
final class InsertTree {

  /** Parameters of one statement; every database takes as many. */
  private static final int MOST_PARAMETERS = 30_000;

  private static final int MOST_STATEMENTS = 1_000;

  private final CatalogSnapshot catalog;
  private final Terms terms;
  private final int deepest;
  private final List<Mutation.Insert> inserts = new ArrayList<>();

  /**
   * @param deepest how many levels of relations there may be below the first
   */
  InsertTree(CatalogSnapshot catalog, Terms terms, int deepest) {
    this.catalog = catalog;
    this.terms = terms;
    this.deepest = deepest;
  }

  /**
   * A row that was written.
   *
   * @param statement the place of its insert in {@link #inserts()}
   * @param branches its related rows
   */
  record Node(int statement, List<Branch> branches) {}

  /**
   * The related rows of one relationship.
   *
   * @param many whether they are an array
   */
  record Branch(String name, boolean many, List<Node> nodes) {}

  /**
   * A row as it came.
   *
   * @param pointer where it stands in the request
   */
  record Source(Map<String, @Nullable Object> members, String pointer) {}

  List<Mutation.Insert> inserts() {
    return inserts;
  }

  /**
   * Adds rows with all that is inside of them.
   *
   * @param needed columns to be returned in any case
   */
  List<Node> add(Relation relation, List<Source> sources, List<String> needed) {
    return add(relation, sources, needed, 0);
  }

  /**
   * @param needed columns that others refer to
   */
  private List<Node> add(Relation relation, List<Source> sources, List<String> needed, int depth) {
    if (depth > deepest) {
      throw RestProblem.NESTED_TOO_DEEP.problem(
          "at most %d relations inside each other are written".formatted(deepest));
    }
    List<Draft> drafts = new ArrayList<>(sources.size());
    for (Source source : sources) {
      NestedRow nested = NestedRow.of(catalog, relation, source);
      Map<String, @Nullable Object> values = new LinkedHashMap<>(nested.values());
      List<Branch> branches = new ArrayList<>();
      for (NestedRow.Part part : nested.before()) {
        branches.add(parent(part, values, source, depth));
      }
      drafts.add(new Draft(source, values, nested.after(), branches));
    }
    return place(relation, drafts, needed, depth);
  }

  /**
   * A row on its way.
   *
   * @param after what refers to it
   */
  private record Draft(
      Source source,
      Map<String, @Nullable Object> values,
      List<NestedRow.Part> after,
      List<Branch> branches) {

    /** The columns that what comes after it refers to. */
    Set<String> referred() {
      Set<String> referred = new LinkedHashSet<>();
      after.forEach(part -> referred.addAll(part.relationship().columns()));
      return referred;
    }
  }

  private Branch parent(
      NestedRow.Part part, Map<String, @Nullable Object> values, Source source, int depth) {
    Relationship relationship = part.relationship();
    List<Node> nodes = add(part.relation(), part.rows(), relationship.targetColumns(), depth + 1);
    Map<String, @Nullable Object> given = part.rows().getFirst().members();
    for (int i = 0; i < relationship.columns().size(); i++) {
      refer(
          values,
          relationship.columns().get(i),
          source.pointer(),
          value(given, nodes.getFirst(), relationship.targetColumns().get(i)));
    }
    return new Branch(relationship.name(), false, nodes);
  }

  private static void refer(
      Map<String, @Nullable Object> values, String column, String pointer, Object value) {
    if (values.containsKey(column)) {
      throw RestProblem.REFERENCE_GIVEN.problem(
          "\"%s\" of the row at \"%s\" follows from the row around or inside of it"
              .formatted(column, pointer),
          "leave it out");
    }
    values.put(column, value);
  }

  /** The value of a column of a written row: as it was given, or what the database made of it. */
  private Object value(Map<String, @Nullable Object> given, Node node, String column) {
    Object value = given.get(column);
    return value == null || value == Default.DEFAULT
        ? new Earlier(terms.first() + node.statement(), 0, column)
        : value;
  }

  private List<Node> place(Relation relation, List<Draft> drafts, List<String> needed, int depth) {
    List<Draft> shared = drafts.stream().filter(draft -> draft.after().isEmpty()).toList();
    boolean alone = !needed.isEmpty();
    List<Integer> places = alone ? List.of() : share(relation, shared);
    List<Node> nodes = new ArrayList<>(drafts.size());
    int next = 0;
    for (Draft draft : drafts) {
      if (!alone && draft.after().isEmpty()) {
        nodes.add(new Node(places.get(next), draft.branches()));
        next++;
      } else {
        SequencedSet<String> returned = new LinkedHashSet<>(needed);
        returned.addAll(draft.referred());
        nodes.add(follow(draft, insert(relation, List.of(draft), returned), depth));
      }
    }
    return nodes;
  }

  /** Inserts that rows share; gives the place of the insert of each. */
  private List<Integer> share(Relation relation, List<Draft> drafts) {
    List<Integer> places = new ArrayList<>(drafts.size());
    if (drafts.isEmpty()) {
      return places;
    }
    int columns = Math.max(1, columns(drafts).size());
    int most = Math.max(1, MOST_PARAMETERS / columns);
    for (int from = 0; from < drafts.size(); from += most) {
      List<Draft> some = drafts.subList(from, Math.min(drafts.size(), from + most));
      int place = insert(relation, some, new LinkedHashSet<>());
      some.forEach(_ -> places.add(place));
    }
    return places;
  }

  private Node follow(Draft draft, int statement, int depth) {
    Node node = new Node(statement, draft.branches());
    for (NestedRow.Part part : draft.after()) {
      Relationship relationship = part.relationship();
      for (Source child : part.rows()) {
        for (int i = 0; i < relationship.columns().size(); i++) {
          refer(
              child.members(),
              relationship.targetColumns().get(i),
              child.pointer(),
              value(draft.values(), node, relationship.columns().get(i)));
        }
      }
      List<Node> nodes = add(part.relation(), part.rows(), List.of(), depth + 1);
      node.branches().add(new Branch(relationship.name(), part.many(), nodes));
    }
    return node;
  }

  private static List<String> columns(List<Draft> drafts) {
    Set<String> columns = new LinkedHashSet<>();
    drafts.forEach(draft -> columns.addAll(draft.values().keySet()));
    return List.copyOf(columns);
  }

  private int insert(Relation relation, List<Draft> drafts, SequencedSet<String> returned) {
    if (inserts.size() >= MOST_STATEMENTS) {
      throw RestProblem.TOO_MANY_STATEMENTS.problem(
          "more than %d statements would be needed".formatted(MOST_STATEMENTS),
          "send fewer rows that have rows inside");
    }
    List<String> columns = columns(drafts);
    List<List<@Nullable Object>> rows = new ArrayList<>(drafts.size());
    for (Draft draft : drafts) {
      List<@Nullable Object> row = new ArrayList<>(columns.size());
      for (String column : columns) {
        row.add(terms.meant(draft.values().getOrDefault(column, Default.DEFAULT)));
      }
      rows.add(row);
    }
    inserts.add(
        new Mutation.Insert(
            relation.name(),
            columns,
            rows,
            Optional.empty(),
            drafts.stream().map(draft -> draft.source().pointer()).toList(),
            returning(relation, returned)));
    return inserts.size() - 1;
  }

  /** Not every database can tell which rows came of a view's. */
  static boolean shown(Terms terms, Relation relation) {
    return terms.prefer().representation(relation instanceof Table);
  }

  private List<String> returning(Relation relation, SequencedSet<String> returned) {
    List<String> readable =
        shown(terms, relation) ? RowScope.readable(catalog, relation) : List.of();
    return readable.isEmpty() ? List.copyOf(returned) : readable;
  }
}
