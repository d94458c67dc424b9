package org.sqlxos.wirevm.internal.pack;

import java.util.List;
import java.util.Map;

/**
 * A database inside this process.
 *
 * @param driver the class of the {@code java.sql.Driver} inside the pack's bundle
 * @param url what the driver connects to; {@code ${rest}} stands for what follows the scheme, or,
 *     for a file, its absolute path
 * @param existingFile whether {@code ${rest}} has to be an existing file
 * @param properties handed to the driver
 * @param onConnect statements that every new session runs; what they return is dropped
 */
public record EmbeddedSettings(
    String driver,
    String url,
    boolean existingFile,
    Map<String, String> properties,
    List<String> onConnect)
    implements TransportSettings {

  public EmbeddedSettings {
    properties = Map.copyOf(properties);
    onConnect = List.copyOf(onConnect);
  }
}
