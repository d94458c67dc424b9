package org.sqlxos.catalog.api;

import org.osgi.annotation.versioning.ProviderType;

/**
 * The catalog of one connected database, kept up to date. One OSGi service a database, with the
 * service property {@link #DATABASE}; it appears after the first introspection and goes with the
 * database.
 */
@ProviderType
public interface LiveCatalog {

  /** Service property: the configured name of the database, a {@code String}. */
  String DATABASE = "sqlx.database";

  /**
   * The newest snapshot. Never blocks; safe from any thread. The same instance until the schema
   * changes.
   */
  CatalogSnapshot snapshot();
}
