package org.sqlxos.operation.api;

import java.util.List;

/**
 * Several statements in one transaction, in this order: all or nothing. None of them is itself a
 * batch.
 */
public record Batch(List<Statement> statements) implements Statement {
  public Batch {
    statements = List.copyOf(statements);
    if (statements.stream().anyMatch(Batch.class::isInstance)) {
      throw new IllegalArgumentException("a batch holds no batch");
    }
  }

  @Override
  public boolean writes() {
    return statements.stream().anyMatch(Statement::writes);
  }
}
