package org.sqlxos.rest.internal.jetty;

import org.apache.felix.http.jetty.ConnectorFactory;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.LocalConnector;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Gives Felix's Jetty what Felix has no key for: the error handler, and parsers that take little
 * memory. Felix hands its server to makers of connectors and to nobody else, and starts and stops
 * the connector as this service comes and goes.
 */
@Component(service = ConnectorFactory.class)
public final class AttachedConnectorFactory implements ConnectorFactory {

  /** Called by Declarative Services. */
  @Activate
  public AttachedConnectorFactory() {}

  @Override
  public Connector createConnector(Server server) {
    return new Attached(server);
  }

  /** A connector that listens to nothing: while it runs, the server has what is given to it. */
  private static final class Attached extends LocalConnector {

    private static final int NO_ACCEPTORS = 0;

    private final Refusals refusals = new Refusals();
    private final SmallParsers parsers = new SmallParsers();

    Attached(Server server) {
      super(server, null, null, null, NO_ACCEPTORS, new HttpConnectionFactory());
    }

    @Override
    protected void doStart() throws Exception {
      super.doStart();
      getServer().setErrorHandler(refusals);
      getServer().addEventListener(parsers);
    }

    // A newer version of this bundle may have set its own meanwhile. What was there before this one
    // is not put back: it may be of an older version, which is gone.
    @Override
    protected void doStop() throws Exception {
      getServer().removeEventListener(parsers);
      if (getServer().getErrorHandler() == refusals) {
        getServer().setErrorHandler(new ErrorHandler());
      }
      super.doStop();
    }
  }
}
