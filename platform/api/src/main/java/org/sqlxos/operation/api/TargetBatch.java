package org.sqlxos.operation.api;

import java.util.List;

/**
 * What PLAN makes of a {@link Batch}: a target for each of its statements, in their order. Their
 * parameters may be {@link Earlier}.
 */
public record TargetBatch(List<TargetStatement> statements) implements Target {
  public TargetBatch {
    statements = List.copyOf(statements);
  }

  @Override
  public boolean writes() {
    return statements.stream().anyMatch(TargetStatement::writes);
  }
}
