package org.sqlxos.wirepack.api;

import org.osgi.annotation.versioning.ProviderType;
import org.sqlxos.operation.api.Deadline;

/**
 * A protocol that can be spoken, an OSGi service. It is made from the JSON document that a bundle
 * names in its header {@value #HEADER}; the bundle itself needs no code.
 */
@ProviderType
public interface WirePack {

  /** Manifest header: the path of the pack's JSON document inside the bundle. */
  String HEADER = "SQLx-WirePack";

  /** Service property: the URL schemes, a {@code String[]}. */
  String SCHEMES = "sqlx.schemes";

  PackDescription description();

  /**
   * Opens a session.
   *
   * @throws org.sqlxos.problem.api.ProblemException with a SQLX6nn code that says what to do
   */
  Session connect(ConnectionUrl url, Deadline deadline);
}
