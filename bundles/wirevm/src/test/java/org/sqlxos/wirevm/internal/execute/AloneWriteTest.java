package org.sqlxos.wirevm.internal.execute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sqlxos.catalog.api.CatalogSnapshot;
import org.sqlxos.catalog.api.Database;
import org.sqlxos.catalog.api.Key;
import org.sqlxos.catalog.api.RelationName;
import org.sqlxos.catalog.api.Schema;
import org.sqlxos.catalog.api.Table;
import org.sqlxos.operation.api.Caller;
import org.sqlxos.operation.api.Command;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.operation.api.Filter;
import org.sqlxos.operation.api.Filter.Comparison;
import org.sqlxos.operation.api.Mutation;
import org.sqlxos.operation.api.Operation;
import org.sqlxos.operation.api.ResultColumn;
import org.sqlxos.operation.api.Statement;
import org.sqlxos.operation.api.TargetStatement;
import org.sqlxos.problem.api.ProblemCode;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.type.api.UniversalType;
import org.sqlxos.wirepack.api.Integrity;
import org.sqlxos.wirevm.internal.WireProblem;

class AloneWriteTest {

  private static final RelationName SEATS = new RelationName("main", "seats");
  private static final List<ResultColumn> ROWS =
      List.of(new ResultColumn("n", new UniversalType.IntegerType(64)));
  private static final List<ResultColumn> NOTHING = List.of();
  private static final Filter FLIGHT = new Filter.Compare("flight", Comparison.EQUAL, 1L);
  private static final Filter SEAT = new Filter.Compare("seat", Comparison.EQUAL, 2L);
  private static final Filter BOTH = new Filter.And(List.of(FLIGHT, SEAT));

  private final WireExecuteStage stage = new WireExecuteStage();

  @Test
  void aWriteOfOneRowIsOneWayToTheDatabase() {
    List<Statement> writes =
        List.of(
            new Mutation.Insert(SEATS, List.of("flight"), List.of(List.of(1L)), List.of("n")),
            update(BOTH),
            update(new Filter.And(List.of(BOTH, new Filter.IsNull("taken")))),
            new Mutation.Delete(SEATS, BOTH, List.of("n")));
    for (Statement write : writes) {
      RecordingDatabase database = database("");
      run(write, ROWS);
      assertEquals("borrow WRITE", database.events.getFirst(), write.toString());
      assertEquals("query", database.events.get(1), write.toString());
      assertEquals("close", database.events.getLast(), write.toString());
    }
  }

  @Test
  void soIsOneThatReturnsNothing() {
    RecordingDatabase database = database("");
    run(update(FLIGHT), NOTHING);
    assertEquals(List.of("borrow WRITE", "execute", "close"), database.events);
    RecordingDatabase command = database("");
    run(new Command("x", Map.of(), true), NOTHING);
    assertEquals(List.of("borrow WRITE", "execute", "close"), command.events);
  }

  @Test
  void rowsThatCouldBeTooManyToKeepAreLookedAtBeforeTheyAreCommitted() {
    List<Statement> writes =
        List.of(
            update(FLIGHT),
            update(Filter.EVERYTHING),
            update(new Filter.Or(List.of(BOTH, BOTH))),
            update(new Filter.Not(BOTH)),
            update(
                new Filter.And(
                    List.of(FLIGHT, new Filter.Compare("seat", Comparison.GREATER, 2L)))),
            new Mutation.Insert(
                SEATS, List.of("flight"), List.of(List.of(1L), List.of(2L)), List.of("n")),
            new Mutation.Delete(new RelationName("main", "unknown"), BOTH, List.of("n")));
    for (Statement write : writes) {
      RecordingDatabase database = database("");
      run(write, ROWS);
      assertEquals("begin WRITE", database.events.get(1), write.toString());
      assertEquals(
          List.of("commit", "close"),
          database.events.subList(database.events.size() - 2, database.events.size()),
          write.toString());
    }
  }

  @Test
  void aDatabaseThatMayHaveOpenedATransactionUnaskedIsToldToCommit() {
    RecordingDatabase database = database("");
    database.statementsCommit = false;
    run(update(BOTH), NOTHING);
    assertEquals(
        List.of("borrow WRITE", "begin WRITE", "execute", "commit", "close"), database.events);
  }

  @Test
  void whatIsLostUnderwayMayHaveBeenDone() {
    RecordingDatabase database = database("execute");
    database.usable = false;
    for (WireProblem lost : List.of(WireProblem.LOST, WireProblem.SILENT)) {
      database.failure = lost.problem("gone");
      assertSame(WireProblem.OUTCOME_UNKNOWN, refusal(update(BOTH)));
    }
    database.failure = Integrity.CHECK.problem("refused");
    assertSame(Integrity.CHECK, refusal(update(BOTH)));
    // What is still there was not lost.
    database.usable = true;
    database.failure = WireProblem.LOST.problem("gone");
    assertSame(WireProblem.LOST, refusal(update(BOTH)));
  }

  private ProblemCode refusal(Statement write) {
    return assertThrows(ProblemException.class, () -> run(write, NOTHING)).problem().code();
  }

  private RecordingDatabase database(String failing) {
    RecordingDatabase database = new RecordingDatabase("shop", failing);
    database.statementsCommit = true;
    stage.bindDatabase(database);
    return database;
  }

  private static Mutation.Update update(Filter filter) {
    return new Mutation.Update(SEATS, List.of("taken"), List.of(1L), filter, List.of("n"));
  }

  private void run(Statement statement, List<ResultColumn> columns) {
    Table seats =
        new Table(
            SEATS,
            List.of(),
            Optional.of(new Key("seats_key", List.of("flight", "seat"))),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Set.of(),
            Optional.empty());
    Database shop =
        new Database("shop", "P", "1", "main", List.of(new Schema("main", List.of(seats))));
    Operation operation =
        new Operation(
            "o1",
            statement,
            Caller.ANONYMOUS,
            new CatalogSnapshot(shop, "f", Instant.EPOCH, List.of()),
            Deadline.in(Duration.ofSeconds(20)));
    stage
        .apply(
            operation.withTarget(new TargetStatement("T", List.of(), columns, true)),
            _ -> {
              throw new AssertionError("the last stage calls nobody");
            })
        .close();
  }
}
