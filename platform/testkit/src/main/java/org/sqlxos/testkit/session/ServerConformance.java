package org.sqlxos.testkit.session;

import org.sqlxos.testkit.server.TestDatabase;
import org.sqlxos.wirepack.api.Session;

/** Every suite for a session, on a server. A pack's test names the server, and extends this. */
public abstract class ServerConformance
    implements StatementConformance,
        TransactionConformance,
        ValueConformance,
        PreparedConformance,
        StoppingConformance,
        LossConformance,
        StreamingConformance,
        SharingConformance,
        CertificateConformance {

  private final TestDatabase database;
  private final Connections connections;
  private final ServerTarget target;

  /**
   * @param database from {@link org.sqlxos.testkit.server.WithServer}
   * @param connections the engine
   */
  protected ServerConformance(TestDatabase database, Connections connections) {
    this.database = database;
    this.connections = connections;
    this.target = new ServerSessions(database, connections);
  }

  @Override
  public final ServerTarget target() {
    return target;
  }

  @Override
  public final TestDatabase database() {
    return database;
  }

  @Override
  public final Session openWith(String parameters) {
    return connections.open(database.url() + "?" + parameters);
  }

  @Override
  public final Session openAt(String url) {
    return connections.open(url);
  }

  @Override
  public final Session share(Session session) {
    return connections.share(session);
  }
}
