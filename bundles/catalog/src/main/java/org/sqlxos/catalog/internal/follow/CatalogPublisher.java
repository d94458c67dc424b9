package org.sqlxos.catalog.internal.follow;

import org.sqlxos.catalog.api.LiveCatalog;

/** Offers catalogs to the rest of the node. */
@FunctionalInterface
public interface CatalogPublisher {

  /**
   * Offers the catalog of a database.
   *
   * @return withdraws it
   */
  Runnable publish(String database, LiveCatalog catalog);
}
