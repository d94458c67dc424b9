package org.sqlxos.catalog.api;

import java.util.List;

/**
 * A whole database.
 *
 * @param name the name it has in the configuration
 * @param product the product as the wire pack names it
 * @param version the server's version as it reports it
 * @param defaultSchema the schema whose relations need no prefix in paths
 * @param schemas sorted by name
 */
public record Database(
    String name, String product, String version, String defaultSchema, List<Schema> schemas) {
  public Database {
    schemas = List.copyOf(schemas);
  }
}
