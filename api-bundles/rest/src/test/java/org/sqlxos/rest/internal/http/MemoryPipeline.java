package org.sqlxos.rest.internal.http;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.sqlxos.catalog.api.Column;
import org.sqlxos.catalog.api.Relation;
import org.sqlxos.catalog.api.RelationName;
import org.sqlxos.operation.api.Default;
import org.sqlxos.operation.api.Filter;
import org.sqlxos.operation.api.Mutation;
import org.sqlxos.operation.api.Operation;
import org.sqlxos.operation.api.Outcome;
import org.sqlxos.operation.api.Query;
import org.sqlxos.operation.api.ResultColumn;
import org.sqlxos.stage.api.Pipeline;

/** A pipeline over rows in memory. Values are compared as text. */
final class MemoryPipeline implements Pipeline {

  private final Map<RelationName, List<Map<String, Object>>> tables = new HashMap<>();
  final List<Operation> operations = new CopyOnWriteArrayList<>();
  final List<MemoryCursor> cursors = new CopyOnWriteArrayList<>();

  /** What {@link MemoryCursor#next} meets before the row of this number; for failures. */
  volatile MemoryCursor.Hook beforeRow = row -> {};

  List<Map<String, Object>> rows(RelationName name) {
    return tables.computeIfAbsent(name, ignored -> new ArrayList<>());
  }

  @Override
  public Outcome run(Operation operation) {
    operations.add(operation);
    return switch (operation.statement()) {
      case Query query -> query(operation, query);
      case Mutation.Insert insert -> insert(operation, insert);
      case Mutation.Update update -> update(operation, update);
      case Mutation.Delete delete -> {
        int before = rows(delete.relation()).size();
        rows(delete.relation()).removeIf(row -> test(delete.filter(), row));
        yield new Outcome.Changed(before - rows(delete.relation()).size());
      }
      default -> throw new IllegalStateException("not a structured statement");
    };
  }

  private Outcome query(Operation operation, Query query) {
    List<Map<String, Object>> matching =
        rows(query.relation()).stream().filter(row -> test(query.filter(), row)).toList();
    List<Map<String, Object>> page =
        matching.stream().skip(query.page().offset()).limit(query.page().limit()).toList();
    return rows(
        operation,
        query.relation(),
        query.columns(),
        page,
        query.count() != Query.Count.NONE
            ? OptionalLong.of(matching.size())
            : OptionalLong.empty());
  }

  private Outcome insert(Operation operation, Mutation.Insert insert) {
    List<Map<String, Object>> inserted = new ArrayList<>();
    for (List<Object> values : insert.rows()) {
      Map<String, Object> row = new TreeMap<>();
      for (int i = 0; i < values.size(); i++) {
        row.put(insert.columns().get(i), values.get(i));
      }
      for (Column column : relation(operation, insert.relation()).columns()) {
        if (column.origin() == Column.Origin.IDENTITY) {
          row.putIfAbsent(column.name(), (long) rows(insert.relation()).size() + 1);
        }
      }
      rows(insert.relation()).add(row);
      inserted.add(row);
    }
    return rows(operation, insert.relation(), insert.returning(), inserted, OptionalLong.empty());
  }

  private Outcome update(Operation operation, Mutation.Update update) {
    List<Map<String, Object>> changed =
        rows(update.relation()).stream().filter(row -> test(update.filter(), row)).toList();
    for (Map<String, Object> row : changed) {
      for (int i = 0; i < update.columns().size(); i++) {
        Object value = update.values().get(i);
        row.put(update.columns().get(i), value == Default.DEFAULT ? null : value);
      }
    }
    return rows(operation, update.relation(), update.returning(), changed, OptionalLong.empty());
  }

  private Outcome rows(
      Operation operation,
      RelationName name,
      List<String> columns,
      List<Map<String, Object>> rows,
      OptionalLong total) {
    Relation relation = relation(operation, name);
    List<ResultColumn> result =
        columns.stream()
            .map(column -> new ResultColumn(column, relation.column(column).orElseThrow().type()))
            .toList();
    MemoryCursor cursor = new MemoryCursor(columns, rows, beforeRow);
    cursors.add(cursor);
    return new Outcome.Rows(result, cursor, () -> total);
  }

  private static Relation relation(Operation operation, RelationName name) {
    return operation.catalog().relation(name).orElseThrow();
  }

  private boolean test(Filter filter, Map<String, Object> row) {
    return switch (filter) {
      case Filter.And and -> and.parts().stream().allMatch(part -> test(part, row));
      case Filter.Or or -> or.parts().stream().anyMatch(part -> test(part, row));
      case Filter.Not not -> !test(not.part(), row);
      case Filter.IsNull isNull -> row.get(isNull.column()) == null;
      case Filter.In in ->
          in.values().stream().anyMatch(value -> compare(row.get(in.column()), value) == 0);
      case Filter.Compare compare -> compare(compare).test(row.get(compare.column()));
      case Filter.Like like ->
          String.valueOf(row.get(like.column())).matches(like.pattern().replace("*", ".*"));
      case Filter.Related related -> related(related, row);
    };
  }

  private boolean related(Filter.Related related, Map<String, Object> row) {
    return rows(related.relationship().to()).stream()
        .filter(
            other ->
                compare(
                        row.get(related.relationship().columns().getFirst()),
                        other.get(related.relationship().targetColumns().getFirst()))
                    == 0)
        .anyMatch(other -> test(related.filter(), other));
  }

  private static Predicate<Object> compare(Filter.Compare compare) {
    return value ->
        switch (compare.comparison()) {
          case EQUAL -> compare(value, compare.value()) == 0;
          case NOT_EQUAL -> compare(value, compare.value()) != 0;
          case LESS -> compare(value, compare.value()) < 0;
          case LESS_OR_EQUAL -> compare(value, compare.value()) <= 0;
          case GREATER -> compare(value, compare.value()) > 0;
          case GREATER_OR_EQUAL -> compare(value, compare.value()) >= 0;
        };
  }

  private static int compare(Object one, Object other) {
    try {
      return new BigDecimal(Objects.toString(one)).compareTo(new BigDecimal(other.toString()));
    } catch (NumberFormatException e) {
      return Objects.toString(one).compareTo(other.toString());
    }
  }

  @Override
  public Description describe() {
    return new Description(List.of(), Set.of(), Set.of());
  }
}
