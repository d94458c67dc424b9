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
 * @param callable whether it keeps functions and procedures that can be called, if there are any
 */
public record Database(
    String name,
    String product,
    String version,
    String defaultSchema,
    List<Schema> schemas,
    boolean callable) {
  public Database {
    schemas = List.copyOf(schemas);
  }

  /** One without functions and procedures. */
  public Database(
      String name, String product, String version, String defaultSchema, List<Schema> schemas) {
    this(name, product, version, defaultSchema, schemas, false);
  }
}
