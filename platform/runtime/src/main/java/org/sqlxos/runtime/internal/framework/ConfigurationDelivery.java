package org.sqlxos.runtime.internal.framework;

import java.io.IOException;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.Map;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.sqlxos.runtime.internal.configuration.CheckedConfiguration;
import org.sqlxos.runtime.internal.configuration.CheckedConfiguration.Address;
import org.sqlxos.start.api.StartProblem;

/**
 * Hands the checked configuration to Configuration Admin, and takes back what an earlier start
 * delivered and this one does not.
 */
final class ConfigurationDelivery {

  /**
   * Marks a configuration that comes from here, so that one made at run time is never taken for it.
   */
  private static final String ORIGIN = "sqlx.origin";

  private ConfigurationDelivery() {}

  static void deliver(BundleContext context, CheckedConfiguration checked) {
    ServiceReference<ConfigurationAdmin> reference =
        context.getServiceReference(ConfigurationAdmin.class);
    if (reference == null) {
      throw StartProblem.BUNDLES_MISSING.problem("No bundle provides Configuration Admin.");
    }
    try {
      deliver(context.getService(reference), checked);
    } catch (IOException | InvalidSyntaxException e) {
      throw StartProblem.BUNDLE_FAILED.problem(
          "Configuration Admin does not take the configuration.");
    } finally {
      context.ungetService(reference);
    }
  }

  private static void deliver(ConfigurationAdmin admin, CheckedConfiguration checked)
      throws IOException, InvalidSyntaxException {
    Map<String, Configuration> stale = new HashMap<>();
    Configuration[] known = admin.listConfigurations("(" + ORIGIN + "=start)");
    for (Configuration configuration : known == null ? new Configuration[0] : known) {
      stale.put(configuration.getPid(), configuration);
    }
    for (Map.Entry<Address, Map<String, Object>> wanted : checked.configurations().entrySet()) {
      Address address = wanted.getKey();
      Configuration configuration =
          address.entry().isEmpty()
              ? admin.getConfiguration(address.pid(), "?")
              : admin.getFactoryConfiguration(address.pid(), address.entry(), "?");
      Dictionary<String, Object> properties = new Hashtable<>(wanted.getValue());
      properties.put(ORIGIN, "start");
      configuration.updateIfDifferent(properties);
      stale.remove(configuration.getPid());
    }
    for (Configuration gone : stale.values()) {
      gone.delete();
    }
  }
}
