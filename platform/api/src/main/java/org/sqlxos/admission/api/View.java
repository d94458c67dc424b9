package org.sqlxos.admission.api;

import org.sqlxos.catalog.api.CatalogSnapshot;

/** A caller's view of catalogs. Kept no longer than a request: policies change. */
@FunctionalInterface
public interface View {

  /** All of it. */
  View WHOLE = catalog -> catalog;

  /**
   * The part of a catalog that the caller may see; cheap for a catalog that was looked at before.
   * Equal parts have equal fingerprints.
   */
  CatalogSnapshot of(CatalogSnapshot catalog);
}
