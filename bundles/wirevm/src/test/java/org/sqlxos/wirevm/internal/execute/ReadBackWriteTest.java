package org.sqlxos.wirevm.internal.execute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sqlxos.catalog.api.CatalogSnapshot;
import org.sqlxos.catalog.api.Database;
import org.sqlxos.operation.api.Caller;
import org.sqlxos.operation.api.Command;
import org.sqlxos.operation.api.Cursor;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.operation.api.Operation;
import org.sqlxos.operation.api.Outcome;
import org.sqlxos.operation.api.ReadBack;
import org.sqlxos.operation.api.ReadBack.Evaluated;
import org.sqlxos.operation.api.ReadBack.Moment;
import org.sqlxos.operation.api.ResultColumn;
import org.sqlxos.operation.api.TargetStatement;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.type.api.UniversalType;
import org.sqlxos.wirepack.api.Integrity;

class ReadBackWriteTest {

  private static final List<ResultColumn> ONE_COLUMN =
      List.of(new ResultColumn("n", new UniversalType.IntegerType(64)));

  private final WireExecuteStage stage = new WireExecuteStage();
  private final RecordingDatabase database = new RecordingDatabase("shop", "");

  @BeforeEach
  void connect() {
    stage.bindDatabase(database);
    database.changed = 2;
  }

  private static TargetStatement rows(Object... parameters) {
    return new TargetStatement("R", List.of(parameters), ONE_COLUMN, false);
  }

  private Outcome run(ReadBack readBack, Object... parameters) {
    TargetStatement write = new TargetStatement("W", List.of(parameters), List.of(), true);
    Operation operation =
        new Operation(
            "o1",
            new Command("x", Map.of(), true),
            Caller.ANONYMOUS,
            new CatalogSnapshot(
                new Database("shop", "P", "1", "main", List.of()), "f", Instant.EPOCH, List.of()),
            Deadline.in(Duration.ofSeconds(20)),
            Optional.of(write.withReadBack(readBack)));
    return stage.apply(
        operation,
        _ -> {
          throw new AssertionError("the last stage calls nobody");
        });
  }

  private List<String> texts() {
    return database.statements.stream().map(TargetStatement::text).toList();
  }

  @Test
  void readsTheRowsInTheTransactionOfTheWrite() {
    Outcome outcome = run(new ReadBack(rows(), Moment.AFTER, Optional.empty()));

    assertEquals(List.of("W", "R"), texts());
    assertEquals("commit", database.events.get(database.events.size() - 2));
    Cursor cursor = assertInstanceOf(Outcome.Rows.class, outcome).cursor();
    assertTrue(cursor.next());
    assertEquals(1, cursor.getLong(0));
    assertTrue(cursor.next());
    assertFalse(cursor.next());
  }

  @Test
  void readsBeforeAWriteThatTakesTheRowsAway() {
    run(new ReadBack(rows(), Moment.BEFORE, Optional.empty())).close();

    assertEquals(List.of("R", "W"), texts());
    assertTrue(database.events.contains("commit"));
  }

  @Test
  void readsNothingWhereNothingWasChanged() {
    database.changed = 0;

    Outcome outcome = run(new ReadBack(rows(), Moment.AFTER, Optional.empty()));

    assertEquals(List.of("W"), texts());
    assertFalse(assertInstanceOf(Outcome.Rows.class, outcome).cursor().next());
    assertTrue(database.events.contains("commit"));
  }

  @Test
  void undoesAWriteWhoseRowsCannotBeTold() {
    database.changed = 3;

    for (Moment moment : List.of(Moment.BEFORE, Moment.AFTER)) {
      ProblemException problem =
          assertThrows(
              ProblemException.class,
              () -> run(new ReadBack(rows(), moment, Optional.empty())).close());
      assertEquals(ReadBackProblem.ROWS_UNCERTAIN, problem.problem().code());
    }
    assertFalse(database.events.contains("commit"));
    assertEquals("close", database.events.getLast());
  }

  @Test
  void aKeyThatNobodyKeepsUniqueIsLookedForBeforeTheInsert() {
    ProblemException taken =
        assertThrows(
            ProblemException.class,
            () -> run(new ReadBack(rows(), Moment.NEW, Optional.empty())).close());

    assertEquals(Integrity.UNIQUE, taken.problem().code());
    assertEquals(List.of("R"), texts());
  }

  @Test
  void whereNothingIsCountedTheRowsThatAreReadAreThoseThatWereChanged() {
    database.changed = -1;

    Outcome outcome = run(new ReadBack(rows(), Moment.AFTER, Optional.empty()));

    assertTrue(assertInstanceOf(Outcome.Rows.class, outcome).cursor().next());
  }

  @Test
  void theWriteAndTheRowsTakeTheValuesThatTheDatabaseEvaluated() {
    TargetStatement evaluated = new TargetStatement("E", List.of(), ONE_COLUMN, false);

    run(
            new ReadBack(rows(new Evaluated(0)), Moment.AFTER, Optional.of(evaluated)),
            "a",
            new Evaluated(0))
        .close();

    assertEquals(List.of("E", "W", "R"), texts());
    assertEquals(List.of("a", 1L), database.statements.get(1).parameters());
    assertEquals(List.of(1L), database.statements.get(2).parameters());
  }
}
