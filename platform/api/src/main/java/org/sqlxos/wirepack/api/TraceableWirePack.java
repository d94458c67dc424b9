package org.sqlxos.wirepack.api;

import org.osgi.annotation.versioning.ProviderType;
import org.sqlxos.operation.api.Deadline;

/** A pack that can tell what is said on a connection. */
@ProviderType
public interface TraceableWirePack extends WirePack {

  /**
   * Opens a session, as {@link WirePack#connect}, whose messages are told to {@code trace}.
   *
   * @throws org.sqlxos.problem.api.ProblemException with a SQLX6nn code that says what to do
   */
  Session connect(ConnectionUrl url, Deadline deadline, ConversationTrace trace);
}
