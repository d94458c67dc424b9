package org.sqlxos.wirepack.api;

import java.io.IOException;
import java.io.InputStream;
import org.osgi.annotation.versioning.ProviderType;

/** Reads a pack's document without offering it, an OSGi service. */
@ProviderType
public interface PackCheck {

  /**
   * @param document JSON in UTF-8; read to its end, or to the longest document that is taken
   * @throws IOException if it cannot be read
   */
  PackReport check(InputStream document) throws IOException;
}
