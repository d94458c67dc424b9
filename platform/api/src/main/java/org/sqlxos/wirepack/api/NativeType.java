package org.sqlxos.wirepack.api;

import org.sqlxos.type.api.UniversalType;

/**
 * A type as a server means it.
 *
 * @param name what the pack calls it; empty if the server does not say
 * @param universal what it is elsewhere; {@link UniversalType#ANY} if that is not known
 */
public record NativeType(String name, UniversalType universal) {

  /** A type of which the server says nothing. */
  public static final NativeType UNKNOWN = new NativeType("", UniversalType.ANY);
}
