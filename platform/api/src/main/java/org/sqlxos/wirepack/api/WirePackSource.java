package org.sqlxos.wirepack.api;

import java.util.Map;
import java.util.function.Supplier;
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
   * @return by URL scheme what reads the pack when it is asked for first, with what it inherits,
   *     and throws a {@link org.sqlxos.problem.api.ProblemException} if it has faults
   * @throws org.sqlxos.problem.api.ProblemException if a document is no JSON
   */
  Map<String, Supplier<WirePack>> packs(ClassLoader classes);
}
