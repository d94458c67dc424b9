package org.sqlxos.operation.api;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What PLAN makes of a statement: one text for the database, ready to run.
 *
 * @param text in the database's own language; values appear as parameters only
 * @param parameters the values, in the order of the text's placeholders; classes as in {@link
 *     Statement}
 * @param columns the columns of the result, in order; empty if it returns no rows
 * @param writes whether it can change data
 */
public record TargetStatement(
    String text, List<@Nullable Object> parameters, List<ResultColumn> columns, boolean writes) {
  public TargetStatement {
    parameters = Collections.unmodifiableList(new ArrayList<@Nullable Object>(parameters));
    columns = List.copyOf(columns);
  }
}
