package org.sqlxos.wirepack.api;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Finds packs where there is no OSGi framework. Found itself by {@link java.util.ServiceLoader}.
 */
@ProviderType
public interface WirePackSource {

  /**
   * The packs of a class path: of each jar whose manifest has the header {@value WirePack#HEADER}.
   *
   * @param classes where the jars are looked for, and what they need is loaded from
   * @throws org.sqlxos.problem.api.ProblemException if a pack has faults
   */
  List<WirePack> packs(ClassLoader classes);
}
