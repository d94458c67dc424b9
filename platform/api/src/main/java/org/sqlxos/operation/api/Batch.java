package org.sqlxos.operation.api;

import java.util.List;

/**
 * Several statements in one transaction, in this order: all or nothing. None of them is itself a
 * batch or a {@link Series}. The outcome is {@link Outcome.Several}.
 *
 * @param watch sees what each statement brought, before anything is kept
 */
public record Batch(List<Statement> statements, Watch watch) implements Statement {
  public Batch {
    statements = List.copyOf(statements);
    for (Statement statement : statements) {
      if (statement instanceof Batch || statement instanceof Series) {
        throw new IllegalArgumentException("a batch holds no batch and no series");
      }
    }
  }

  /** Statements that nobody watches. */
  public Batch(List<Statement> statements) {
    this(statements, Watch.NONE);
  }

  /** The same with other statements, one for each. */
  public Batch withStatements(List<Statement> statements) {
    return new Batch(statements, watch);
  }

  @Override
  public boolean writes() {
    return statements.stream().anyMatch(Statement::writes);
  }

  /**
   * Decides whether a transaction goes on. Called by EXECUTE within it, on the thread that runs the
   * operation.
   */
  @FunctionalInterface
  public interface Watch {

    /** Lets everything pass. */
    Watch NONE = (statement, outcome) -> {};

    /**
     * What a statement brought.
     *
     * @param statement its place in the batch, from 0
     * @param outcome may be read here; whoever gets the batch's outcome reads it from the start
     * @throws org.sqlxos.problem.api.ProblemException to undo the transaction
     */
    void after(int statement, Outcome outcome);
  }
}
