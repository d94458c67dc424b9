package org.sqlxos.orchestrator.internal;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import org.sqlxos.operation.api.Operation;
import org.sqlxos.operation.api.Outcome;
import org.sqlxos.stage.api.Chain;
import org.sqlxos.stage.api.Phase;
import org.sqlxos.stage.api.PhaseTimes;
import org.sqlxos.stage.api.Pipeline;
import org.sqlxos.stage.api.Stage;

/**
 * One immutable chain: the stages present at one moment, linked once so that running an operation
 * allocates nothing. It counts the operations inside it, so that a stage can be taken away without
 * pulling the floor from under them.
 *
 * <p>Hot: every operation passes here. Entering and leaving are two adders, which do not contend.
 */
final class StageChain {

  private static final Duration POLL = Duration.ofMillis(1);

  private final List<StageEntry> entries;
  private final Set<Phase> required;
  private final Set<Phase> missing;
  private final Chain first;
  private final LongAdder entered = new LongAdder();
  private final LongAdder left = new LongAdder();

  StageChain(List<StageEntry> entries, Set<Phase> required) {
    this.entries = entries.stream().sorted().toList();
    this.required = Set.copyOf(required);
    EnumSet<Phase> absent = EnumSet.noneOf(Phase.class);
    absent.addAll(required);
    this.entries.forEach(entry -> absent.remove(entry.phase()));
    this.missing = absent;
    this.first = missing.isEmpty() ? link() : this::refuse;
  }

  private Chain link() {
    Chain next = StageChain::nothingAnswers;
    for (StageEntry entry : entries.reversed()) {
      next = new Link(entry.phase(), entry.stage(), next);
    }
    return next;
  }

  /** A stage with what comes after it. */
  private record Link(Phase phase, Stage stage, Chain next) implements Chain {
    @Override
    public Outcome proceed(Operation operation) {
      if (PhaseTimes.CURRENT.isBound()) {
        PhaseTimes.CURRENT.get().enter(phase);
      }
      return stage.apply(operation, next);
    }
  }

  private static Outcome nothingAnswers(Operation operation) {
    throw PipelineProblem.NOTHING_ANSWERS.problem(
        "The last stage handed operation \""
            + operation.id()
            + "\" on, and nothing comes after it.");
  }

  private Outcome refuse(Operation operation) {
    throw PipelineProblem.PHASE_MISSING.problem(
        "No bundle provides a stage for the required " + phases() + ".",
        "Start a bundle that does, or change pipeline.required in the configuration.");
  }

  private String phases() {
    return (missing.size() == 1 ? "phase " : "phases ")
        + String.join(", ", missing.stream().map(Phase::name).toList());
  }

  void enter() {
    entered.increment();
  }

  void leave() {
    left.increment();
  }

  Outcome run(Operation operation) {
    return first.proceed(operation);
  }

  /**
   * Waits until no operation is inside any more.
   *
   * @return false if some still are after {@code limit}
   */
  boolean drain(Duration limit) {
    long end = System.nanoTime() + limit.toNanos();
    // An operation enters before it leaves: reading "left" first never hides one that is inside.
    while (!idle()) {
      if (System.nanoTime() >= end || Thread.currentThread().isInterrupted()) {
        return false;
      }
      LockSupport.parkNanos(POLL.toNanos());
    }
    return true;
  }

  private boolean idle() {
    long gone = left.sum();
    return gone == entered.sum();
  }

  Pipeline.Description describe() {
    return new Pipeline.Description(
        entries.stream().map(StageEntry::description).toList(), required, missing);
  }
}
