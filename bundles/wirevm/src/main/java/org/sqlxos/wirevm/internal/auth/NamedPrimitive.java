package org.sqlxos.wirevm.internal.auth;

import org.sqlxos.wirevm.internal.protocol.Expression.Primitive;

/**
 * A primitive as packs name it.
 *
 * @param least how many arguments it takes at least
 * @param most how many arguments it takes at most
 */
public record NamedPrimitive(String name, int least, int most, Primitive code) {

  public boolean takes(int arguments) {
    return arguments >= least && arguments <= most;
  }

  /** How many arguments, for messages. */
  public String arguments() {
    if (most == Integer.MAX_VALUE) {
      return least + " or more";
    }
    return least == most ? Integer.toString(least) : least + " to " + most;
  }
}
