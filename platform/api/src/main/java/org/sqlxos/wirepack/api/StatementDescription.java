package org.sqlxos.wirepack.api;

import java.util.List;

/**
 * What a server says of a statement before it runs.
 *
 * @param parameters one for each placeholder; {@link NativeType#UNKNOWN} where the value decides
 * @param columns those of its rows; empty if it returns none, or if that is known only when it runs
 */
public record StatementDescription(List<NativeType> parameters, List<DescribedColumn> columns) {

  public StatementDescription {
    parameters = List.copyOf(parameters);
    columns = List.copyOf(columns);
  }
}
