package org.sqlxos.wirevm.internal.pack;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A database behind a {@code java.sql.Driver}: one inside this process that the pack's bundle
 * brings, or a vendor's from the drivers folder.
 *
 * @param driver its class; empty for whichever knows the URL
 * @param url what the driver connects to; {@code ${rest}} stands for what follows the scheme, or,
 *     for a file, its absolute path; {@code ${host}}, {@code ${port}} and {@code ${database}} for
 *     the parts of {@code scheme://user:password@host:port/database}
 * @param existingFile whether {@code ${rest}} has to be an existing file
 * @param port where servers listen unless the URL says otherwise; 0 if there is no usual one
 * @param properties handed to the driver
 * @param onConnect statements that every new session runs; what they return is dropped
 * @param artifact the Maven coordinates of the driver, which are told to who has none
 * @param metadata how the driver's own description of the schema is read; empty if it is not
 */
public record DriverSettings(
    Optional<String> driver,
    String url,
    boolean existingFile,
    int port,
    Map<String, String> properties,
    List<String> onConnect,
    Optional<String> artifact,
    Optional<MetadataSettings> metadata)
    implements TransportSettings {

  public DriverSettings {
    properties = Map.copyOf(properties);
    onConnect = List.copyOf(onConnect);
  }
}
