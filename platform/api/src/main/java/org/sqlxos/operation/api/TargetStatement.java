package org.sqlxos.operation.api;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What PLAN makes of a statement: one text for the database, ready to run.
 *
 * @param text in the database's own language; values appear as parameters only
 * @param parameters the values, in the order of the text's placeholders; classes as in {@link
 *     Statement}
 * @param columns the columns of the result, in order; empty if it returns no rows
 * @param writes whether it can change data
 * @param readBack for a write that returns no rows itself: how the rows it changes are read
 */
public record TargetStatement(
    String text,
    List<@Nullable Object> parameters,
    List<ResultColumn> columns,
    boolean writes,
    Optional<ReadBack> readBack)
    implements Target {
  public TargetStatement {
    parameters = Collections.unmodifiableList(new ArrayList<@Nullable Object>(parameters));
    columns = List.copyOf(columns);
    if (readBack.isPresent() && (!writes || !columns.isEmpty())) {
      throw new IllegalArgumentException("only a write without rows of its own is read back");
    }
  }

  /** A statement that is all there is to run. */
  public TargetStatement(
      String text, List<@Nullable Object> parameters, List<ResultColumn> columns, boolean writes) {
    this(text, parameters, columns, writes, Optional.empty());
  }

  /** The same write, with the rows it changes. */
  public TargetStatement withReadBack(ReadBack readBack) {
    return new TargetStatement(text, parameters, columns, writes, Optional.of(readBack));
  }
}
