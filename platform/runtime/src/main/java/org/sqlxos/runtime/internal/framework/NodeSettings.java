package org.sqlxos.runtime.internal.framework;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a node is started with.
 *
 * @param bundles the folder of bundles
 * @param data the folder for the node's state
 * @param file the {@code sqlx.yaml}
 * @param flags dotted keys that override file and environment
 * @param environment variables
 */
public record NodeSettings(
    Path bundles,
    Path data,
    Optional<Path> file,
    Map<String, String> flags,
    Map<String, String> environment) {

  public NodeSettings {
    bundles = bundles.toAbsolutePath().normalize();
    data = data.toAbsolutePath().normalize();
    flags = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(flags));
    environment = Map.copyOf(environment);
  }
}
