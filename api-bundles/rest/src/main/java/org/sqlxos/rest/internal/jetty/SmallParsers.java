package org.sqlxos.rest.internal.jetty;

import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.util.component.Container;

/**
 * Has the parsers of all connections remember no headers. What Jetty remembers them in takes 98 KB
 * a connection from its first request on, 490 MB of 5,000 connections.
 */
final class SmallParsers implements Container.Listener {

  private static final int NOTHING = 0;

  /** Also told of what is there already. */
  @Override
  public void beanAdded(Container parent, Object bean) {
    if (bean instanceof Connector connector) {
      connector.getConnectionFactories().stream()
          .filter(HttpConfiguration.ConnectionFactory.class::isInstance)
          .map(HttpConfiguration.ConnectionFactory.class::cast)
          .forEach(http -> http.getHttpConfiguration().setHeaderCacheSize(NOTHING));
    }
  }

  @Override
  public void beanRemoved(Container parent, Object bean) {}
}
