package org.sqlxos.wirepack.api;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Tells of the pools of one database: an OSGi service beside its {@link ConnectedDatabase}, with
 * the same properties.
 */
@ProviderType
public interface PoolReport {

  /** The configured name of the database. */
  String name();

  /** Its pools as they are now. Cheap enough to be asked every second; from any thread. */
  List<PoolState> pools();
}
