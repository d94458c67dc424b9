package org.sqlxos.operation.api;

import java.util.Map;

/**
 * A request in the words of a database that has no SQL.
 *
 * @param name the command, for instance {@code HGETALL} or {@code aggregate}
 * @param arguments by name; values as in {@link Statement}
 * @param writes whether it can change data
 */
public record Command(String name, Map<String, Object> arguments, boolean writes)
    implements Statement {
  public Command {
    arguments = Map.copyOf(arguments);
  }
}
