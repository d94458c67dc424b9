package org.sqlxos.wirepack.api;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * What a way to authenticate needs beyond the engine's own primitives: an OSGi service that a
 * pack's bundle may bring. The pack calls it as {@code {"function": ["NAME", argument, ...]}}.
 */
@ConsumerType
public interface AuthenticationFunction {

  /**
   * Service property: the name, lower-case letters, digits and hyphens; the product's comes first.
   */
  String FUNCTION = "sqlx.function";

  /**
   * Works bytes out of bytes. Called while a connection is made, from any thread, several at a
   * time; not for long.
   *
   * @param arguments as the pack gives them, text in UTF-8; secrets among them
   * @return never null
   * @throws IllegalArgumentException if the arguments make no sense; its message names no secret
   */
  byte[] apply(List<byte[]> arguments);
}
