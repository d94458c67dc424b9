package org.sqlxos.wirevm.internal.transaction;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.sqlxos.operation.api.TargetStatement;
import org.sqlxos.problem.api.ProblemException;

/** A batch whose rows are run one after the other, each waiting for the one before. */
public final class RowsInTurn {

  private RowsInTurn() {}

  /**
   * @param execute runs a statement, and tells how many rows it changed
   * @return the same for each
   */
  public static long[] run(
      TargetStatement statement,
      List<? extends List<? extends @Nullable Object>> rows,
      ToLongFunction<TargetStatement> execute) {
    long[] changed = new long[rows.size()];
    int row = 0;
    for (List<? extends @Nullable Object> values : rows) {
      TargetStatement one =
          new TargetStatement(
              statement.text(), new ArrayList<@Nullable Object>(values), statement.columns(), true);
      try {
        changed[row] = execute.applyAsLong(one);
      } catch (ProblemException e) {
        throw RowProblem.at(row, e);
      }
      row++;
    }
    return changed;
  }
}
