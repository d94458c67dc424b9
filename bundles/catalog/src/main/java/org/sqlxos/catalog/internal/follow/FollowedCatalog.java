package org.sqlxos.catalog.internal.follow;

import org.sqlxos.catalog.api.CatalogSnapshot;
import org.sqlxos.catalog.api.LiveCatalog;

/** The newest snapshot, replaced whole. */
final class FollowedCatalog implements LiveCatalog {

  private volatile CatalogSnapshot snapshot;

  FollowedCatalog(CatalogSnapshot first) {
    this.snapshot = first;
  }

  @Override
  public CatalogSnapshot snapshot() {
    return snapshot;
  }

  /**
   * Takes a newer snapshot if it differs.
   *
   * @return whether it does
   */
  boolean offer(CatalogSnapshot newer) {
    if (newer.fingerprint().equals(snapshot.fingerprint())) {
      return false;
    }
    snapshot = newer;
    return true;
  }
}
