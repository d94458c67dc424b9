package org.sqlxos.wirepack.mongodb.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sqlxos.catalog.api.Relation;
import org.sqlxos.dialect.api.PlanRefusal;
import org.sqlxos.operation.api.Default;
import org.sqlxos.operation.api.Filter;
import org.sqlxos.operation.api.Filter.Comparison;
import org.sqlxos.operation.api.Mutation;
import org.sqlxos.operation.api.ReadBack;
import org.sqlxos.operation.api.TargetStatement;

/**
 * Writes of one collection. Each is one command, so one document is changed as a whole or not at
 * all; of several, those before one that fails stay changed.
 */
record WriteCommands(Relation relation) {

  private static final String IDENTITY = "_id";

  TargetStatement mutation(Mutation mutation) {
    return switch (mutation) {
      case Mutation.Insert insert -> insert(insert);
      case Mutation.Update update -> update(update);
      case Mutation.Delete delete -> delete(delete);
    };
  }

  private TargetStatement insert(Mutation.Insert insert) {
    CommandJson json = new CommandJson();
    json.add("{\"insert\":").quoted(relation.name().name()).add(",\"documents\":[");
    int place = insert.columns().indexOf(IDENTITY);
    List<@Nullable Object> identities = new ArrayList<>();
    String separator = "{\"_id\":";
    for (List<@Nullable Object> row : insert.rows()) {
      @Nullable Object identity = place < 0 ? null : row.get(place);
      json.add(separator);
      if (identity == null) {
        // Known before it is written, so that the row can be read again.
        identity = ObjectIds.next();
        json.value(identity, "objectId");
      } else {
        ColumnValue.stored(json, relation.column(IDENTITY), identity);
      }
      identities.add(identity);
      for (int i = 0; i < insert.columns().size(); i++) {
        if (i != place) {
          String column = insert.columns().get(i);
          json.add(",").quoted(column).add(":");
          ColumnValue.stored(json, relation.column(column), row.get(i));
        }
      }
      json.add("}");
      separator = ",{\"_id\":";
    }
    json.add("],\"ordered\":true}");
    TargetStatement write = new TargetStatement(json.text(), json.parameters(), List.of(), true);
    return insert.returning().isEmpty()
        ? write
        : write.withReadBack(
            new ReadBack(
                rows(identities, place < 0, insert.returning()),
                ReadBack.Moment.AFTER,
                Optional.empty()));
  }

  /** The rows with these identities. */
  private TargetStatement rows(
      List<@Nullable Object> identities, boolean made, List<String> columns) {
    CommandJson json = new CommandJson();
    MongodbPlanner.find(json, relation, columns);
    json.add(",\"filter\":{\"_id\":{\"$in\":[");
    String separator = "";
    for (Object identity : identities) {
      json.add(separator);
      if (made) {
        json.value(identity, "objectId");
      } else {
        ColumnValue.stored(json, relation.column(IDENTITY), identity);
      }
      separator = ",";
    }
    json.add("]}},\"sort\":{\"_id\":1}}");
    return new TargetStatement(
        json.text(), json.parameters(), MongodbPlanner.result(relation, columns), false);
  }

  private TargetStatement update(Mutation.Update update) {
    CommandJson json = new CommandJson();
    boolean returning = !update.returning().isEmpty();
    if (returning) {
      requireOneRow(update.filter());
      json.add("{\"findAndModify\":").quoted(relation.name().name()).add(",\"query\":");
      new FilterJson(json, relation).add(update.filter());
      json.add(",\"update\":");
      changes(json, update);
      json.add(",\"new\":true}");
      return new TargetStatement(
          json.text(),
          json.parameters(),
          MongodbPlanner.result(relation, update.returning()),
          true);
    }
    json.add("{\"update\":").quoted(relation.name().name()).add(",\"updates\":[{\"q\":");
    new FilterJson(json, relation).add(update.filter());
    json.add(",\"u\":");
    changes(json, update);
    json.add(",\"multi\":true}]}");
    return new TargetStatement(json.text(), json.parameters(), List.of(), true);
  }

  /** {@code findAndModify} changes the first document that it finds, and no other. */
  private static void requireOneRow(Filter filter) {
    List<Filter> parts = filter instanceof Filter.And and ? and.parts() : List.of(filter);
    if (parts.stream().noneMatch(WriteCommands::isIdentity)) {
      throw PlanRefusal.NOT_SAID.problem(
          "Changed rows are returned where one is changed, by its _id");
    }
  }

  private static boolean isIdentity(Filter filter) {
    return filter instanceof Filter.Compare compare
        && compare.column().equals(IDENTITY)
        && compare.comparison() == Comparison.EQUAL;
  }

  private void changes(CommandJson json, Mutation.Update update) {
    List<Integer> set = new ArrayList<>();
    List<String> unset = new ArrayList<>();
    for (int i = 0; i < update.columns().size(); i++) {
      String column = update.columns().get(i);
      if (column.startsWith("$") || column.indexOf('.') >= 0) {
        throw PlanRefusal.NOT_SAID.problem(
            "\"%s\" cannot be changed: its name would be read as a path".formatted(column));
      }
      if (update.values().get(i) == Default.DEFAULT) {
        unset.add(column);
      } else {
        set.add(i);
      }
    }
    json.add("{");
    String separator = "\"$set\":{";
    for (int i : set) {
      json.add(separator).quoted(update.columns().get(i)).add(":");
      ColumnValue.stored(json, relation.column(update.columns().get(i)), update.values().get(i));
      separator = ",";
    }
    json.add(set.isEmpty() ? "" : unset.isEmpty() ? "}" : "},");
    separator = "\"$unset\":{";
    for (String column : unset) {
      json.add(separator).quoted(column).add(":1");
      separator = ",";
    }
    json.add(unset.isEmpty() ? "}" : "}}");
  }

  private TargetStatement delete(Mutation.Delete delete) {
    if (!delete.returning().isEmpty()) {
      throw PlanRefusal.NOT_SAID.problem("Deleted rows are not returned");
    }
    CommandJson json = new CommandJson();
    json.add("{\"delete\":").quoted(relation.name().name()).add(",\"deletes\":[{\"q\":");
    new FilterJson(json, relation).add(delete.filter());
    json.add(",\"limit\":0}]}");
    return new TargetStatement(json.text(), json.parameters(), List.of(), true);
  }
}
