package org.sqlxos.admin.internal;

import java.io.IOException;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Map;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the Jakarta REST whiteboard serve {@code /admin/api}. It is a whiteboard of its own, with a
 * servlet context of its own: nothing of it is reachable outside this path.
 */
@Component(service = {})
public final class WhiteboardConfiguration {

  /**
   * What resources and extensions aim at. The whiteboard shows no name of its own to aim at, only
   * where it serves.
   */
  public static final String TARGET = "(osgi.jakartars.endpoint=*/admin/api/)";

  private static final Logger log = LoggerFactory.getLogger(WhiteboardConfiguration.class);
  private static final String FACTORY = "JakartarsServletWhiteboardRuntimeComponent";
  private static final String NAME = "sqlx-admin";
  private static final Map<String, Object> PROPERTIES =
      Map.of(
          "jersey.jakartars.whiteboard.name", NAME,
          "jersey.context.path", "admin/api",
          "osgi.jakartars.whiteboard.target", "(osgi.http.endpoint=*)");

  private final Configuration configuration;

  @Activate
  public WhiteboardConfiguration(@Reference ConfigurationAdmin admin) throws IOException {
    configuration = admin.getFactoryConfiguration(FACTORY, NAME, "?");
    Dictionary<String, Object> properties = new Hashtable<>(PROPERTIES);
    configuration.updateIfDifferent(properties);
  }

  @Deactivate
  public void remove() {
    try {
      configuration.delete();
    } catch (IOException | IllegalStateException e) {
      // Configuration Admin may have stopped before this bundle.
      log.debug("The configuration of the whiteboard stays", e);
    }
  }
}
