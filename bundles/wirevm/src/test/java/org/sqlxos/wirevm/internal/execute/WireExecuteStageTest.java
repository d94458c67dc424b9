package org.sqlxos.wirevm.internal.execute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sqlxos.catalog.api.CatalogSnapshot;
import org.sqlxos.catalog.api.Database;
import org.sqlxos.operation.api.Caller;
import org.sqlxos.operation.api.Command;
import org.sqlxos.operation.api.Cursor;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.operation.api.Operation;
import org.sqlxos.operation.api.Outcome;
import org.sqlxos.operation.api.ResultColumn;
import org.sqlxos.operation.api.TargetStatement;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.stage.api.Chain;
import org.sqlxos.type.api.UniversalType;
import org.sqlxos.wirevm.internal.WireProblem;

class WireExecuteStageTest {

  private static final List<ResultColumn> ONE_COLUMN =
      List.of(new ResultColumn("n", new UniversalType.IntegerType(64)));
  private static final Chain NOBODY =
      _ -> {
        throw new AssertionError("the last stage calls nobody");
      };

  private final WireExecuteStage stage = new WireExecuteStage();

  private RecordingDatabase database(String failing) {
    RecordingDatabase database = new RecordingDatabase("shop", failing);
    stage.bindDatabase(database);
    return database;
  }

  private static Operation operation() {
    Database shop = new Database("shop", "P", "1", "main", List.of());
    return new Operation(
        "o1",
        new Command("x", Map.of(), false),
        Caller.ANONYMOUS,
        new CatalogSnapshot(shop, "f", Instant.EPOCH, List.of()),
        Deadline.in(Duration.ofSeconds(20)));
  }

  private Outcome run(List<ResultColumn> columns, boolean writes) {
    return stage.apply(
        operation().withTarget(new TargetStatement("T", List.of(), columns, writes)), NOBODY);
  }

  private static void refused(WireProblem code, Runnable action) {
    assertSame(code, assertThrows(ProblemException.class, action::run).problem().code());
  }

  @Test
  void refusesWhatWasNotPlanned() {
    refused(WireProblem.NOT_PLANNED, () -> stage.apply(operation(), NOBODY));
  }

  @Test
  void refusesADatabaseThatIsNotThere() {
    RecordingDatabase database = database("");
    stage.unbindDatabase(database);
    refused(WireProblem.UNKNOWN_DATABASE, () -> run(ONE_COLUMN, false));
  }

  @Test
  void takesTheNewerOfTwoWithOneName() {
    RecordingDatabase old = database("");
    RecordingDatabase next = database("");
    run(ONE_COLUMN, false).close();
    assertTrue(old.events.isEmpty());
    assertFalse(next.events.isEmpty());
  }

  @Test
  void givesTheSessionBackAtTheEndOfTheRows() {
    RecordingDatabase database = database("");
    Cursor cursor = assertInstanceOf(Outcome.Rows.class, run(ONE_COLUMN, false)).cursor();
    assertTrue(cursor.next() && cursor.next());
    assertEquals(List.of("borrow READ", "query", "next", "next"), database.events);
    assertFalse(cursor.next());
    assertEquals("close", database.events.getLast());
  }

  @Test
  void givesTheSessionBackWhenTheRowsAreClosedEarlyOrFail() {
    RecordingDatabase database = database("");
    run(ONE_COLUMN, false).close();
    assertEquals(List.of("borrow READ", "query", "close"), database.events);
    RecordingDatabase failing = database("next");
    Cursor cursor = assertInstanceOf(Outcome.Rows.class, run(ONE_COLUMN, false)).cursor();
    assertThrows(ProblemException.class, cursor::next);
    assertEquals("close", failing.events.getLast());
  }

  @Test
  void givesTheSessionBackWhenTheQueryFails() {
    RecordingDatabase database = database("query");
    assertThrows(ProblemException.class, () -> run(ONE_COLUMN, false));
    assertEquals(List.of("borrow READ", "query", "close"), database.events);
  }

  @Test
  void commitsAWriteAndTellsHowMuchItChanged() {
    RecordingDatabase database = database("");
    assertEquals(new Outcome.Changed(7), run(List.of(), true));
    assertEquals(
        List.of("borrow WRITE", "begin WRITE", "execute", "commit", "close"), database.events);
  }

  @Test
  void handsOnReturnedRowsOnlyWhenTheyAreCommitted() {
    RecordingDatabase database = database("");
    Cursor cursor = assertInstanceOf(Outcome.Rows.class, run(ONE_COLUMN, true)).cursor();
    assertEquals(List.of("commit", "close"), database.events.reversed().subList(0, 2).reversed());
    assertTrue(cursor.next());
    assertEquals(1, cursor.getLong(0));
    assertTrue(cursor.next());
    assertEquals(2, cursor.getLong(0));
    assertFalse(cursor.next());
  }

  @Test
  void doesNotCommitWhatFails() {
    for (String failing : List.of("begin WRITE", "execute")) {
      RecordingDatabase database = database(failing);
      assertThrows(ProblemException.class, () -> run(List.of(), true));
      assertFalse(database.events.contains("commit"));
      assertEquals("close", database.events.getLast());
    }
    RecordingDatabase refusing = database("commit");
    assertThrows(ProblemException.class, () -> run(ONE_COLUMN, true));
    assertEquals("close", refusing.events.getLast());
  }
}
