package org.sqlxos.rest.internal.write;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sqlxos.operation.api.Outcome;
import org.sqlxos.rest.internal.response.RowWriter;

/**
 * Writes rows that were inserted with those inside of them. The rows of one insert are met in the
 * order in which they were given, so each outcome is read once, from its start to its end.
 */
final class TreeWriter {

  private final JsonGenerator json;
  private final List<Outcome> outcomes;
  private final List<@Nullable RowWriter> writers;

  TreeWriter(JsonGenerator json, List<Outcome> outcomes) {
    this.json = json;
    this.outcomes = outcomes;
    this.writers = new ArrayList<>();
    outcomes.forEach(_ -> writers.add(null));
  }

  void single(InsertTree.Node node) throws IOException {
    json.writeFieldName("data");
    node(node);
  }

  void all(List<InsertTree.Node> nodes) throws IOException {
    json.writeFieldName("data");
    array(nodes);
  }

  private void array(List<InsertTree.Node> nodes) throws IOException {
    json.writeStartArray();
    for (InsertTree.Node node : nodes) {
      node(node);
    }
    json.writeEndArray();
  }

  private void node(InsertTree.Node node) throws IOException {
    Outcome.Rows rows = RowScope.rows(outcomes.get(node.statement()));
    if (!rows.cursor().next()) {
      throw new IllegalStateException("a row was inserted and none came back");
    }
    json.writeStartObject();
    writer(node.statement(), rows).members(rows.cursor());
    for (InsertTree.Branch branch : node.branches()) {
      json.writeFieldName(branch.name());
      if (branch.many()) {
        array(branch.nodes());
      } else {
        node(branch.nodes().getFirst());
      }
    }
    json.writeEndObject();
  }

  private RowWriter writer(int statement, Outcome.Rows rows) {
    RowWriter writer = writers.get(statement);
    if (writer == null) {
      writer = new RowWriter(json, rows.columns());
      writers.set(statement, writer);
    }
    return writer;
  }
}
