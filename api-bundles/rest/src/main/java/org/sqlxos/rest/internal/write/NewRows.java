package org.sqlxos.rest.internal.write;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sqlxos.catalog.api.Key;
import org.sqlxos.catalog.api.Relation;
import org.sqlxos.operation.api.Filter;
import org.sqlxos.operation.api.Mutation;
import org.sqlxos.operation.api.Mutation.OnConflict;
import org.sqlxos.operation.api.Mutation.Resolution;
import org.sqlxos.operation.api.Outcome;
import org.sqlxos.operation.api.Statement;
import org.sqlxos.rest.internal.request.RestProblem;
import org.sqlxos.rest.internal.request.RowBody;
import org.sqlxos.rest.internal.request.Target;
import org.sqlxos.rest.internal.response.KeyValues;
import org.sqlxos.rest.internal.response.Reply;
import org.sqlxos.rest.internal.response.RowDocument;

/** New rows, with related ones inside of them or not. */
public final class NewRows implements Change {

  private final Target.Rows target;
  private final boolean bulk;
  private final boolean nested;
  private final boolean representation;
  private final Optional<OnConflict> onConflict;
  private final List<InsertTree.Node> nodes;
  private final List<Mutation.Insert> inserts;

  /**
   * @param conflictKey the columns that decide whether a row exists; empty for the primary key
   * @param deepest how many relations there may be inside each other
   */
  public NewRows(
      Target.Rows target, RowBody body, List<String> conflictKey, Terms terms, int deepest) {
    this.target = target;
    this.bulk = body.bulk();
    List<InsertTree.Source> sources = new ArrayList<>(body.rows().size());
    for (Map<String, @Nullable Object> row : body.rows()) {
      String pointer = bulk ? terms.place() + '/' + sources.size() : terms.place();
      sources.add(new InsertTree.Source(new LinkedHashMap<>(row), pointer));
    }
    InsertTree tree = new InsertTree(target.site().catalog(), terms, deepest);
    this.nodes = tree.add(target.relation(), sources, bulk ? List.of() : located(terms));
    // Of rows that the caller may not read there is nothing to show.
    this.representation =
        InsertTree.shown(terms, target.relation())
            && tree.inserts().stream().noneMatch(insert -> insert.returning().isEmpty());
    this.nested = nodes.stream().anyMatch(node -> !node.branches().isEmpty());
    this.onConflict = onConflict(body, conflictKey, terms);
    this.inserts =
        onConflict
            .map(conflict -> tree.inserts().stream().map(i -> i.withOnConflict(conflict)).toList())
            .orElse(tree.inserts());
  }

  /** What is needed to say where the row is. */
  private List<String> located(Terms terms) {
    return terms.prefer().returned().filter(Prefer.Returned.HEADERS_ONLY::equals).isPresent()
        ? target.relation().identity().map(Key::columns).orElse(List.of())
        : List.of();
  }

  private Optional<OnConflict> onConflict(RowBody body, List<String> key, Terms terms) {
    if (terms.prefer().resolution().isEmpty()) {
      if (!key.isEmpty()) {
        throw RestProblem.PREFERENCE_INVALID.problem(
            "on_conflict says nothing of what becomes of rows that exist already",
            "send Prefer: resolution=merge-duplicates or resolution=ignore-duplicates");
      }
      return Optional.empty();
    }
    if (nested) {
      throw RestProblem.PREFERENCE_INVALID.problem(
          "rows that may exist already cannot have rows inside",
          "send them one after the other in one request to " + target.site().base());
    }
    body.requireSameMembers();
    return Optional.of(conflict(target.relation(), key, terms.prefer().resolution().get()));
  }

  /**
   * What becomes of rows that exist already.
   *
   * @param key the columns that decide; empty for the primary key
   */
  public static OnConflict conflict(Relation relation, List<String> key, Resolution resolution) {
    List<String> decides =
        key.isEmpty()
            ? relation
                .identity()
                .map(Key::columns)
                .orElseThrow(
                    () ->
                        RestProblem.NO_IDENTITY.problem(
                            "the table has no primary key", "name a unique key in on_conflict"))
            : key;
    return new OnConflict(decides, resolution, Filter.EVERYTHING);
  }

  @Override
  public List<Statement> statements() {
    return List.copyOf(inserts);
  }

  @Override
  public boolean judged() {
    return false;
  }

  @Override
  public int main() {
    return nodes.getFirst().statement();
  }

  @Override
  public void judge(int statement, Outcome outcome) {
    // A row that cannot be inserted is refused by the database.
  }

  @Override
  public Reply reply(List<Outcome> outcomes) {
    int status = onConflict.isPresent() ? 200 : 201;
    boolean whole = representation;
    if (bulk) {
      return whole ? Reply.of(status, json -> all(json, outcomes)) : Reply.empty(status);
    }
    if (!whole) {
      Reply reply = Reply.empty(status);
      return outcomes.get(main()) instanceof Outcome.Rows key && key.cursor().next()
          ? location(key).map(path -> reply.with("Location", path)).orElse(reply)
          : reply;
    }
    Outcome.Rows rows = RowScope.rows(outcomes.get(nodes.getFirst().statement()));
    if (nested) {
      return Reply.of(status, json -> new TreeWriter(json, outcomes).single(nodes.getFirst()));
    }
    if (!rows.cursor().next()) {
      // It exists, and stays as it is.
      return Reply.empty(204);
    }
    Reply reply = Reply.of(status, json -> RowDocument.single(json, rows)).asTagged();
    return location(rows).map(path -> reply.with("Location", path)).orElse(reply);
  }

  private void all(JsonGenerator json, List<Outcome> outcomes) throws IOException {
    if (nested) {
      new TreeWriter(json, outcomes).all(nodes);
    } else {
      RowDocument.all(json, outcomes.stream().map(RowScope::rows).toList());
    }
  }

  private Optional<String> location(Outcome.Rows rows) {
    return target
        .relation()
        .identity()
        .map(Key::columns)
        .flatMap(key -> KeyValues.of(rows, key))
        .map(key -> target.site().path(target.relation(), key));
  }
}
