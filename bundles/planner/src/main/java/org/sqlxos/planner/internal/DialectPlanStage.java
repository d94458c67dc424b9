package org.sqlxos.planner.internal;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.sqlxos.dialect.api.Dialect;
import org.sqlxos.dialect.api.StatementPlanner;
import org.sqlxos.dialect.api.Syntax;
import org.sqlxos.operation.api.Batch;
import org.sqlxos.operation.api.Call;
import org.sqlxos.operation.api.Command;
import org.sqlxos.operation.api.Locked;
import org.sqlxos.operation.api.Mutation;
import org.sqlxos.operation.api.Operation;
import org.sqlxos.operation.api.Outcome;
import org.sqlxos.operation.api.Query;
import org.sqlxos.operation.api.Query.Count;
import org.sqlxos.operation.api.Series;
import org.sqlxos.operation.api.Sql;
import org.sqlxos.operation.api.TargetStatement;
import org.sqlxos.stage.api.Chain;
import org.sqlxos.stage.api.Phase;
import org.sqlxos.stage.api.Stage;
import org.sqlxos.wirepack.api.ConnectedDatabase;

/**
 * Plans queries and mutations in the dialect of the operation's database. An operation that is
 * planned already passes.
 */
@Component(service = Stage.class)
public final class DialectPlanStage implements Stage {

  private final Map<String, Dialect> installed = new ConcurrentHashMap<>();
  private final Map<String, String> dialects = new ConcurrentHashMap<>();

  private final Map<String, StatementPlanner> planners = new ConcurrentHashMap<>();

  @Activate
  public DialectPlanStage() {}

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void bindDialect(Dialect dialect, Map<String, Object> properties) {
    installed.put(String.valueOf(properties.get(Dialect.NAME)), dialect);
  }

  void unbindDialect(Dialect dialect, Map<String, Object> properties) {
    // A newer version of the same dialect may have come before this one goes.
    installed.computeIfPresent(
        String.valueOf(properties.get(Dialect.NAME)),
        (name, known) -> known.equals(dialect) ? null : known);
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void bindPlanner(StatementPlanner planner, Map<String, Object> properties) {
    planners.put(String.valueOf(properties.get(StatementPlanner.NAME)), planner);
  }

  void unbindPlanner(StatementPlanner planner, Map<String, Object> properties) {
    planners.remove(String.valueOf(properties.get(StatementPlanner.NAME)), planner);
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void bindDatabase(ConnectedDatabase database) {
    dialects.put(database.name(), database.pack().dialect());
  }

  void unbindDatabase(ConnectedDatabase database) {
    // Kept: the name of a dialect is all that is known of a database here, and its successor has
    // the same.
  }

  @Override
  public Phase phase() {
    return Phase.PLAN;
  }

  @Override
  public Outcome apply(Operation operation, Chain next) {
    if (operation.target().isPresent()) {
      return next.proceed(operation);
    }
    @Nullable StatementPlanner planner =
        planners.get(dialects.getOrDefault(operation.database(), ""));
    if (planner != null) {
      return planned(new PlannedOperation(planner, operation, next));
    }
    return switch (operation.statement()) {
      case Query query -> query(operation, query, next);
      case Mutation mutation -> mutation(operation, mutation, next);
      case Call call ->
          next.proceed(
              operation.withTarget(
                  CallCompiler.compile(syntax(operation), operation.catalog(), call)));
      case Batch batch ->
          next.proceed(operation.withTarget(new BatchCompiler(compiler(operation)).batch(batch)));
      case Series series ->
          next.proceed(operation.withTarget(new BatchCompiler(compiler(operation)).series(series)));
      case Locked _, Sql _, Command _ -> throw BatchCompiler.notServed(operation.statement());
    };
  }

  private static Outcome planned(PlannedOperation planned) {
    Operation operation = planned.operation();
    return switch (operation.statement()) {
      case Query query -> planned.query(query);
      case Mutation mutation -> planned.mutation(mutation);
      case Command command ->
          planned.next().proceed(operation.withTarget(planned.planner().command(command)));
      case Call _, Batch _, Locked _, Series _, Sql _ ->
          throw PlanProblem.NOT_SERVED.problem(
              "Statements of the kind \"%s\" are not served for this database."
                  .formatted(operation.statement().getClass().getSimpleName()));
    };
  }

  private Outcome mutation(Operation operation, Mutation mutation, Chain next) {
    StatementCompiler compiler = compiler(operation);
    Optional<Mutation> telling = compiler.telling(mutation);
    Outcome outcome =
        next.proceed(operation.withTarget(compiler.mutation(telling.orElse(mutation))));
    return telling.isPresent() ? UncountedChange.counted(outcome) : outcome;
  }

  private Outcome query(Operation operation, Query query, Chain next) {
    QueryCompiler compiler = compiler(operation).queries();
    TargetStatement target = compiler.query(query);
    Outcome outcome = next.proceed(operation.withTarget(target));
    if (query.count() == Count.NONE || !(outcome instanceof Outcome.Rows rows)) {
      return outcome;
    }
    int totalColumn = query.selection().size();
    LongSupplier count = () -> count(operation, compiler.count(query), next);
    if (!compiler.countsWithin(query)) {
      Outcome.Total total = () -> OptionalLong.of(count.getAsLong());
      return new Outcome.Rows(rows.columns(), rows.cursor(), total);
    }
    CountedRows counted = new CountedRows(rows.cursor(), totalColumn, count);
    return new Outcome.Rows(rows.columns().subList(0, totalColumn), counted, counted);
  }

  private static long count(Operation operation, TargetStatement count, Chain next) {
    try (Outcome outcome = next.proceed(operation.withTarget(count))) {
      if (outcome instanceof Outcome.Rows rows && rows.cursor().next()) {
        return rows.cursor().getLong(0);
      }
      throw new IllegalStateException("a count has one row");
    }
  }

  private StatementCompiler compiler(Operation operation) {
    return new StatementCompiler(syntax(operation), operation.catalog());
  }

  private Syntax syntax(Operation operation) {
    String dialect = dialects.getOrDefault(operation.database(), "");
    Dialect known = installed.get(dialect);
    if (known == null) {
      throw PlanProblem.NO_DIALECT.problem(
          "No bundle brings the dialect \"%s\" of the database \"%s\"."
              .formatted(dialect, operation.database()));
    }
    return known.syntax();
  }
}
