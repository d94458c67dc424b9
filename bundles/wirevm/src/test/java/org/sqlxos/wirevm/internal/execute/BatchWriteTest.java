package org.sqlxos.wirevm.internal.execute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sqlxos.catalog.api.CatalogSnapshot;
import org.sqlxos.catalog.api.Database;
import org.sqlxos.catalog.api.RelationName;
import org.sqlxos.operation.api.Batch;
import org.sqlxos.operation.api.Caller;
import org.sqlxos.operation.api.Command;
import org.sqlxos.operation.api.Cursor;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.operation.api.Earlier;
import org.sqlxos.operation.api.Operation;
import org.sqlxos.operation.api.Outcome;
import org.sqlxos.operation.api.ResultColumn;
import org.sqlxos.operation.api.Series;
import org.sqlxos.operation.api.Statement;
import org.sqlxos.operation.api.StatementFailure;
import org.sqlxos.operation.api.Target;
import org.sqlxos.operation.api.TargetBatch;
import org.sqlxos.operation.api.TargetSeries;
import org.sqlxos.operation.api.TargetStatement;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.type.api.UniversalType;

/** Several statements in one transaction, over a database that writes down what is done to it. */
class BatchWriteTest {

  private static final Statement ANY = new Command("x", Map.of(), true);
  private static final List<ResultColumn> NUMBER =
      List.of(new ResultColumn("n", new UniversalType.IntegerType(64)));

  private final WireExecuteStage stage = new WireExecuteStage();

  private RecordingDatabase database(String failing) {
    RecordingDatabase database = new RecordingDatabase("shop", failing);
    stage.bindDatabase(database);
    return database;
  }

  private Outcome run(Statement statement, Target target) {
    Operation operation =
        new Operation(
                "o1",
                statement,
                Caller.ANONYMOUS,
                new CatalogSnapshot(
                    new Database("shop", "P", "1", "main", List.of()),
                    "f",
                    Instant.EPOCH,
                    List.of()),
                Deadline.in(Duration.ofSeconds(20)))
            .withTarget(target);
    return stage.apply(
        operation,
        _ -> {
          throw new AssertionError("the last stage calls nobody");
        });
  }

  private static TargetStatement returning(Object... parameters) {
    return new TargetStatement("R", List.of(parameters), NUMBER, true);
  }

  private static TargetStatement plain(Object... parameters) {
    return new TargetStatement("P", List.of(parameters), List.of(), true);
  }

  @Test
  void laterStatementsTakeValuesThatEarlierOnesReturned() {
    RecordingDatabase database = database("");
    Earlier second = new Earlier(0, 1, "n");
    Earlier derived = new Earlier(0, 0, "n", value -> "made of " + value);

    Outcome outcome =
        run(
            new Batch(List.of(ANY, ANY)),
            new TargetBatch(List.of(returning("a"), plain(second, "b", derived))));

    assertEquals(List.of(2L, "b", "made of 1"), database.statements.get(1).parameters());
    List<Outcome> outcomes = assertInstanceOf(Outcome.Several.class, outcome).outcomes();
    Cursor rows = assertInstanceOf(Outcome.Rows.class, outcomes.get(0)).cursor();
    assertTrue(rows.next());
    assertEquals(1, rows.getLong(0));
    assertEquals(new Outcome.Changed(7), outcomes.get(1));
    assertEquals(1, database.events.stream().filter("begin WRITE"::equals).count());
    assertEquals(List.of("commit", "close"), database.events.reversed().subList(0, 2).reversed());
  }

  @Test
  void whatFailsIsNamedAndEverythingUndone() {
    RecordingDatabase database = database("execute");
    StatementFailure failure =
        assertThrows(
            StatementFailure.class,
            () ->
                run(new Batch(List.of(ANY, ANY)), new TargetBatch(List.of(returning(), plain()))));
    assertEquals(1, failure.statement());
    assertFalse(database.events.contains("commit"));
    assertEquals("close", database.events.getLast());
  }

  @Test
  void aRowThatWasNotReturnedCannotBeReferredTo() {
    RecordingDatabase database = database("");
    StatementFailure failure =
        assertThrows(
            StatementFailure.class,
            () ->
                run(
                    new Batch(List.of(ANY, ANY)),
                    new TargetBatch(List.of(returning(), plain(new Earlier(0, 2, "n"))))));
    assertEquals(BatchProblem.EARLIER_ROW_MISSING, failure.problem().code());
    assertFalse(database.events.contains("commit"));
  }

  @Test
  void theWatchSeesEachOutcomeBeforeTheNextStatementAndMayRefuse() {
    RecordingDatabase database = database("");
    List<Integer> seen = new ArrayList<>();
    Batch.Watch watch =
        (statement, outcome) -> {
          seen.add(statement);
          assertTrue(assertInstanceOf(Outcome.Rows.class, outcome).cursor().next());
          throw BatchProblem.TOO_MANY_ROWS.problem("refused");
        };
    assertThrows(
        ProblemException.class,
        () ->
            run(
                new Batch(List.of(ANY, ANY), watch),
                new TargetBatch(List.of(returning(), plain()))));
    assertEquals(List.of(0), seen);
    assertEquals(1, database.statements.size());
    assertFalse(database.events.contains("commit"));
  }

  @Test
  void aSeriesIsOneTransactionAndUndoneWhereItsSourceFails() {
    RecordingDatabase database = database("");
    RelationName relation = new RelationName("main", "t");
    Series series =
        new Series(relation, List.<org.sqlxos.operation.api.Mutation.Insert>of().iterator());
    assertEquals(
        new Outcome.Changed(14),
        run(series, new TargetSeries(List.of(plain(), plain()).iterator())));
    assertEquals(1, database.events.stream().filter("commit"::equals).count());

    database.events.clear();
    Iterator<TargetStatement> broken =
        new Iterator<>() {
          private int made;

          @Override
          public boolean hasNext() {
            return true;
          }

          @Override
          public TargetStatement next() {
            made++;
            if (made > 2) {
              throw BatchProblem.TOO_MANY_ROWS.problem("line 3");
            }
            return plain();
          }
        };
    assertThrows(ProblemException.class, () -> run(series, new TargetSeries(broken)));
    assertEquals(
        List.of("borrow WRITE", "begin WRITE", "execute", "execute", "close"), database.events);
  }

  @Test
  void oneStatementNeedsNoBatch() {
    RecordingDatabase database = database("");
    assertEquals(new Outcome.Changed(7), run(ANY, plain()));
    assertEquals(
        Optional.of("commit"), database.events.stream().filter("commit"::equals).findFirst());
  }
}
