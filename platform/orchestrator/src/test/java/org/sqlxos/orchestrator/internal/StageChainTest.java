package org.sqlxos.orchestrator.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.sqlxos.catalog.api.CatalogSnapshot;
import org.sqlxos.catalog.api.Database;
import org.sqlxos.operation.api.Caller;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.operation.api.Operation;
import org.sqlxos.operation.api.Outcome;
import org.sqlxos.operation.api.Sql;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.stage.api.Chain;
import org.sqlxos.stage.api.Phase;
import org.sqlxos.stage.api.PhaseTimes;
import org.sqlxos.stage.api.Pipeline.StageDescription;
import org.sqlxos.stage.api.Stage;

class StageChainTest {

  private static final Operation OPERATION =
      new Operation(
          "1",
          new Sql("any", "SELECT 1", List.of()),
          Caller.ANONYMOUS,
          new CatalogSnapshot(
              new Database("test", "Test", "1", "main", List.of()), "", Instant.EPOCH, List.of()),
          Deadline.in(Duration.ofMinutes(1)));

  private final List<String> visited = new ArrayList<>();

  @Test
  void stagesNestByPhaseThenRankingThenAge() {
    StageChain chain =
        new StageChain(
            List.of(
                entry("execute", Phase.EXECUTE, 0, 1),
                entry("younger", Phase.VERIFY, 0, 3),
                entry("older", Phase.VERIFY, 0, 2),
                entry("preferred", Phase.VERIFY, 10, 4),
                entry("observe", Phase.OBSERVE, 0, 5)),
            Set.of());

    chain.run(OPERATION);

    assertEquals(
        List.of(
            "observe in",
            "preferred in",
            "older in",
            "younger in",
            "execute in",
            "younger out",
            "older out",
            "preferred out",
            "observe out"),
        visited);
  }

  @Test
  void whoeverAsksIsToldTheTimesOfThePhases() {
    StageChain chain =
        new StageChain(
            List.of(
                entry("execute", Phase.EXECUTE, 0, 1),
                entry("second", Phase.VERIFY, 0, 3),
                entry("first", Phase.VERIFY, 0, 2)),
            Set.of());
    PhaseTimes times = new PhaseTimes();
    long before = System.nanoTime();

    ScopedValue.where(PhaseTimes.CURRENT, times).run(() -> chain.run(OPERATION));
    times.end();

    assertEquals(EnumSet.of(Phase.VERIFY, Phase.EXECUTE), times.nanos().keySet());
    long sum = times.nanos().values().stream().mapToLong(Long::longValue).sum();
    assertTrue(sum <= System.nanoTime() - before, "no time counts twice");
  }

  @Test
  void aMissingRequiredPhaseRefusesEveryOperation() {
    StageChain chain =
        new StageChain(
            List.of(entry("execute", Phase.EXECUTE, 0, 1)),
            EnumSet.of(Phase.ADMIT, Phase.PLAN, Phase.EXECUTE));

    ProblemException refusal = assertThrows(ProblemException.class, () -> chain.run(OPERATION));

    assertEquals("SQLX800", refusal.problem().code().code());
    assertEquals(503, refusal.problem().code().status());
    assertTrue(refusal.problem().detail().contains("phases ADMIT, PLAN"), refusal.getMessage());
    assertEquals(List.of(), visited);
    assertEquals(EnumSet.of(Phase.ADMIT, Phase.PLAN), chain.describe().missing());
  }

  @Test
  void anOperationThatNobodyAnswersIsRefused() {
    StageChain chain = new StageChain(List.of(), Set.of());

    ProblemException refusal = assertThrows(ProblemException.class, () -> chain.run(OPERATION));

    assertEquals("SQLX801", refusal.problem().code().code());
  }

  @Test
  void drainsOnceTheLastOperationHasLeft() throws InterruptedException {
    StageChain chain = new StageChain(List.of(), Set.of());
    chain.enter();
    assertFalse(chain.drain(Duration.ZERO));

    CountDownLatch started = new CountDownLatch(1);
    Thread leaving =
        Thread.ofVirtual()
            .start(
                () -> {
                  started.countDown();
                  chain.leave();
                });
    started.await();

    assertTrue(chain.drain(Duration.ofSeconds(10)));
    leaving.join();
  }

  private StageEntry entry(String name, Phase phase, int ranking, long id) {
    Stage stage =
        new Stage() {
          @Override
          public Phase phase() {
            return phase;
          }

          @Override
          public Outcome apply(Operation operation, Chain next) {
            visited.add(name + " in");
            if (phase == Phase.EXECUTE) {
              return new Outcome.Changed(0);
            }
            Outcome outcome = next.proceed(operation);
            visited.add(name + " out");
            return outcome;
          }
        };
    return new StageEntry(stage, new StageDescription(phase, name, "bundle", "1.0.0", ranking), id);
  }
}
