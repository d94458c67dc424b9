package org.sqlxos.wirepack.mongodb.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.sqlxos.catalog.api.Column;
import org.sqlxos.catalog.api.Relation;
import org.sqlxos.dialect.api.PlanRefusal;
import org.sqlxos.dialect.api.StatementPlan;
import org.sqlxos.dialect.api.StatementPlanner;
import org.sqlxos.operation.api.Command;
import org.sqlxos.operation.api.Filter;
import org.sqlxos.operation.api.Mutation;
import org.sqlxos.operation.api.Order;
import org.sqlxos.operation.api.Page;
import org.sqlxos.operation.api.Query;
import org.sqlxos.operation.api.ResultColumn;
import org.sqlxos.operation.api.TargetStatement;
import org.sqlxos.type.api.UniversalType;
import org.sqlxos.type.api.UniversalType.IntegerType;

/** Plans reads of collections as {@code find}, writes by {@link WriteCommands}. */
@Component(service = StatementPlanner.class, property = StatementPlanner.NAME + "=mongodb")
public final class MongodbPlanner implements StatementPlanner {

  @Activate
  public MongodbPlanner() {}

  @Override
  public StatementPlan query(Query query, Relation relation) {
    CommandJson json = new CommandJson();
    find(json, relation, query.columns());
    json.add(",\"filter\":");
    new FilterJson(json, relation).add(query.filter());
    sort(json, query);
    Page page = query.page();
    if (!page.equals(Page.ALL)) {
      json.add(",\"skip\":").value(page.offset()).add(",\"limit\":").value(page.limit());
    }
    json.add("}");
    StatementPlan whole =
        StatementPlan.whole(
            new TargetStatement(
                json.text(), json.parameters(), result(relation, query.columns()), false));
    // To this database a limit of 0 is none.
    return page.limit() > 0
        ? whole
        : new StatementPlan(
            whole.target(), Filter.EVERYTHING, List.of(), Optional.of(new Page(0, 0)));
  }

  static void find(CommandJson json, Relation relation, List<String> columns) {
    json.add("{\"find\":").quoted(relation.name().name());
    if (columns.stream().noneMatch(name -> name.startsWith("$") || name.indexOf('.') >= 0)) {
      json.add(",\"projection\":{\"_id\":").add(columns.contains("_id") ? "1" : "0");
      columns.stream()
          .filter(name -> !name.equals("_id"))
          .forEach(name -> json.add(",").quoted(name).add(":1"));
      json.add("}");
    }
  }

  private static void sort(CommandJson json, Query query) {
    List<Order> order = new ArrayList<>(query.order());
    boolean paged = !query.page().equals(Page.ALL);
    if (paged && order.stream().noneMatch(each -> each.column().equals("_id"))) {
      // Without a total order the pages of a list overlap.
      order.add(new Order("_id", false));
    }
    String separator = ",\"sort\":{";
    for (Order each : order) {
      json.add(separator).quoted(each.column()).add(each.descending() ? ":-1" : ":1");
      separator = ",";
    }
    json.add(order.isEmpty() ? "" : "}");
  }

  static List<ResultColumn> result(Relation relation, List<String> columns) {
    List<ResultColumn> result = new ArrayList<>();
    for (String name : columns) {
      result.add(
          new ResultColumn(
              name, relation.column(name).map(Column::type).orElse(UniversalType.ANY)));
    }
    return result;
  }

  @Override
  public Optional<TargetStatement> count(Query query, Relation relation) {
    CommandJson json = new CommandJson();
    if (query.filter().equals(Filter.EVERYTHING)) {
      json.add("{\"count\":").quoted(relation.name().name()).add("}");
    } else {
      json.add("{\"aggregate\":").quoted(relation.name().name());
      json.add(",\"pipeline\":[{\"$match\":");
      new FilterJson(json, relation).add(query.filter());
      json.add("},{\"$count\":\"n\"}],\"cursor\":{}}");
    }
    return Optional.of(
        new TargetStatement(
            json.text(),
            json.parameters(),
            List.of(new ResultColumn("n", new IntegerType(64))),
            false));
  }

  @Override
  public TargetStatement mutation(Mutation mutation, Relation relation) {
    return new WriteCommands(relation).mutation(mutation);
  }

  /**
   * The command's first member is its name with {@code target}, or 1; the other arguments follow.
   */
  @Override
  public TargetStatement command(Command command) {
    CommandJson json = new CommandJson();
    @Nullable Object target = command.arguments().get("target");
    json.add("{").quoted(command.name()).add(":");
    if (target == null) {
      json.add("1");
    } else {
      json.value(target);
    }
    command
        .arguments()
        .forEach(
            (name, value) -> {
              if (!name.equals("target")) {
                json.add(",").quoted(name).add(":");
                if (value instanceof String text && text.startsWith("{") || isList(value)) {
                  json.value(value, "json");
                } else {
                  json.value(value);
                }
              }
            });
    if (command.name().isBlank()) {
      throw PlanRefusal.COMMAND_MALFORMED.problem("A command has a name");
    }
    return new TargetStatement(
        json.add("}").text(),
        json.parameters(),
        List.of(new ResultColumn("", UniversalType.ANY)),
        command.writes());
  }

  private static boolean isList(Object value) {
    return value instanceof String text && text.startsWith("[");
  }
}
