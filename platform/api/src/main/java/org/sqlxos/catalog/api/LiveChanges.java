package org.sqlxos.catalog.api;

import org.osgi.annotation.versioning.ConsumerType;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What a database tells of changes of its rows by itself. One OSGi service a database that can,
 * with the service property {@link LiveCatalog#DATABASE}. However many listen, one connection of
 * the database's pool is used, and none while nobody does.
 */
@ProviderType
public interface LiveChanges {

  /**
   * Has changes of a relation told from now on.
   *
   * @return takes the listener away; closing again does nothing
   */
  Listening listen(RelationName relation, Listener listener);

  /**
   * Whether the database was set up to tell of this relation. Asks it.
   *
   * @throws org.sqlxos.problem.api.ProblemException if it cannot be asked
   */
  boolean tells(RelationName relation);

  /** Ends with its {@link #close}. */
  @ProviderType
  interface Listening extends AutoCloseable {
    @Override
    void close();
  }

  /** Is told on a thread of the service, one after the other, and must not take long. */
  @ConsumerType
  interface Listener {

    void changed(Change change);

    /**
     * Something may have changed that was not told: the connection was lost, or it was too much.
     */
    void missed();
  }
}
