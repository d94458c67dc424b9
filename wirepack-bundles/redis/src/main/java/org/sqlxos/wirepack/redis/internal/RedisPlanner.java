package org.sqlxos.wirepack.redis.internal;

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
import org.sqlxos.operation.api.Default;
import org.sqlxos.operation.api.Mutation;
import org.sqlxos.operation.api.Order;
import org.sqlxos.operation.api.Page;
import org.sqlxos.operation.api.Query;
import org.sqlxos.operation.api.ResultColumn;
import org.sqlxos.operation.api.TargetStatement;
import org.sqlxos.type.api.UniversalType;
import org.sqlxos.wirepack.api.Integrity;

/**
 * Plans statements over the tables of {@link KeyTable} as calls of the pack's programs.
 *
 * <p>A key that is named is read directly. Without one the key space is walked in steps, each as
 * long as the page needs and never more than {@value #MOST_A_STEP} keys, so that nobody else waits
 * for it; rows come in the order in which the database walks. Sorting, skipping, and conditions
 * that the database does not know are left to be done.
 */
@Component(service = StatementPlanner.class, property = StatementPlanner.NAME + "=redis")
public final class RedisPlanner implements StatementPlanner {

  private static final int LEAST_A_STEP = 100;
  private static final int MOST_A_STEP = 1_000;

  @Activate
  public RedisPlanner() {}

  @Override
  public StatementPlan query(Query query, Relation relation) {
    KeyTable table = KeyTable.of(relation.name().name());
    KeyCondition condition = KeyCondition.of(table, query.filter());
    Page page = query.page();
    List<Order> order = new ArrayList<>(query.order());
    if (!order.isEmpty()) {
      // Rows that are otherwise equal have an order too, or pages would overlap.
      table.identity().stream()
          .filter(column -> order.stream().noneMatch(each -> each.column().equals(column)))
          .forEach(column -> order.add(new Order(column, false)));
    }
    long wanted =
        order.isEmpty() && page.limit() < MOST_A_STEP && page.offset() < MOST_A_STEP
            ? page.limit() + page.offset()
            : MOST_A_STEP;
    List<@Nullable Object> words = new ArrayList<>();
    words.add(table.kind());
    words.add(Math.clamp(wanted, LEAST_A_STEP, MOST_A_STEP));
    words.add(condition.pattern());
    words.add((long) condition.members().size());
    condition.members().forEach(member -> words.add(word(member)));
    condition.keys().ifPresent(keys -> keys.forEach(key -> words.add(word(key))));
    boolean all = page.equals(Page.ALL);
    return new StatementPlan(
        program("sqlx.list", words, table.columns(), relation, false),
        query.filter(),
        order,
        condition.never()
            ? Optional.of(new Page(0, 0))
            : all ? Optional.empty() : Optional.of(page));
  }

  /** Only walking through all keys could tell. */
  @Override
  public Optional<TargetStatement> count(Query query, Relation relation) {
    return Optional.empty();
  }

  @Override
  public TargetStatement mutation(Mutation mutation, Relation relation) {
    KeyTable table = KeyTable.of(relation.name().name());
    List<@Nullable Object> words = new ArrayList<>();
    switch (mutation) {
      case Mutation.Insert insert -> {
        words.addAll(List.of("insert", table.kind()));
        insert.rows().forEach(row -> row(words, table, insert.columns(), row));
      }
      case Mutation.Update update -> {
        words.addAll(List.of("update", table.kind()));
        update(words, table, update);
      }
      case Mutation.Delete delete -> {
        words.addAll(List.of("delete", table.kind()));
        row(words, table, table.identity(), KeyCondition.row(table, delete.filter()));
      }
    }
    return program("sqlx.write", words, returned(mutation, table), relation, true);
  }

  /** Programs give all columns of a row, in their own order. */
  private static List<String> returned(Mutation mutation, KeyTable table) {
    if (mutation.returning().isEmpty()) {
      return List.of();
    }
    if (!mutation.returning().equals(table.columns())) {
      throw PlanRefusal.NOT_SAID.problem("A write returns all columns of its rows, or none");
    }
    return table.columns();
  }

  private static void update(List<@Nullable Object> words, KeyTable table, Mutation.Update update) {
    List<Object> row = KeyCondition.row(table, update.filter());
    if (!table.changeable()) {
      throw PlanRefusal.NOT_SAID.problem(
          "Rows of \"%s\" are added and deleted, not changed"
              .formatted(table.name().toLowerCase(java.util.Locale.ROOT)));
    }
    List<String> columns = new ArrayList<>(table.identity());
    List<@Nullable Object> values = new ArrayList<>(row);
    for (int i = 0; i < update.columns().size(); i++) {
      String column = update.columns().get(i);
      @Nullable Object value = update.values().get(i);
      if (!table.identity().contains(column)) {
        columns.add(column);
        values.add(value == Default.DEFAULT ? null : value);
      } else if (!row.get(table.identity().indexOf(column)).equals(value)) {
        throw PlanRefusal.NOT_SAID.problem(
            "\"%s\" is the row's place and cannot be changed".formatted(column));
      }
    }
    row(words, table, columns, values);
  }

  /** One row: which values are there, then the values. */
  private static void row(
      List<@Nullable Object> words,
      KeyTable table,
      List<String> columns,
      List<? extends @Nullable Object> values) {
    StringBuilder there = new StringBuilder();
    List<Object> written = new ArrayList<>();
    for (String column : table.columns()) {
      int at = columns.indexOf(column);
      @Nullable Object value = at < 0 ? null : values.get(at);
      if (at < 0) {
        there.append('-');
      } else if (value != null) {
        there.append('v');
      } else if (KeyTable.given(column)) {
        there.append(KeyTable.nullable(column) ? 'n' : '-');
      } else {
        throw Integrity.NOT_NULL.problem("\"%s\" must have a value".formatted(column));
      }
      written.add(value == null ? "" : word(value));
    }
    words.add(there.toString());
    words.addAll(written);
  }

  /** A value in the database's own notation. */
  private static Object word(Object value) {
    return value instanceof Double number && number.isInfinite()
        ? (number > 0 ? "inf" : "-inf")
        : value;
  }

  private static TargetStatement program(
      String program,
      List<@Nullable Object> words,
      List<String> columns,
      Relation relation,
      boolean writes) {
    List<ResultColumn> result = new ArrayList<>();
    for (String name : columns) {
      UniversalType type = relation.column(name).map(Column::type).orElse(UniversalType.ANY);
      result.add(new ResultColumn(name, type));
    }
    return new TargetStatement(text(program, words.size()), words, result, writes);
  }

  private static String text(String first, int words) {
    StringBuilder text = new StringBuilder(first);
    for (int i = 1; i <= words; i++) {
      text.append(" $").append(i);
    }
    return text.toString();
  }

  /** The command's arguments are a list under {@code arguments}. */
  @Override
  public TargetStatement command(Command command) {
    if (!command.name().matches("[A-Za-z][A-Za-z0-9_.|-]*")) {
      throw PlanRefusal.COMMAND_MALFORMED.problem(
          "A command's name has letters, digits, points and hyphens");
    }
    Object given = command.arguments().getOrDefault("arguments", List.of());
    if (!(given instanceof List<?> arguments) || command.arguments().size() > 1) {
      throw PlanRefusal.COMMAND_MALFORMED.problem(
          "The arguments of a command are a list named \"arguments\"");
    }
    return new TargetStatement(
        text(command.name(), arguments.size()),
        new ArrayList<@Nullable Object>(arguments),
        List.of(new ResultColumn("value", UniversalType.ANY)),
        command.writes());
  }
}
