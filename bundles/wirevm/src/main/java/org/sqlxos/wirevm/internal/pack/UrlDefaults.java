package org.sqlxos.wirevm.internal.pack;

import java.util.Map;
import java.util.Optional;

/**
 * What holds where a URL does not say.
 *
 * @param tls by scheme the sslmode
 * @param user who; absent for the user of the operating system
 */
public record UrlDefaults(Map<String, String> tls, Optional<String> user) {
  public UrlDefaults {
    tls = Map.copyOf(tls);
  }
}
