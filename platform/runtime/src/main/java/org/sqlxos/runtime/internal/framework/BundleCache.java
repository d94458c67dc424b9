package org.sqlxos.runtime.internal.framework;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.sqlxos.start.api.StartProblem;

/**
 * Brings the framework's bundle cache in line with the folder of bundles: new jars are installed,
 * changed ones updated, those that are gone uninstalled. Bundles installed from elsewhere are left
 * alone. Jars are referenced, not copied.
 */
final class BundleCache {

  private static final String REFERENCE = "reference:";

  private final BundleContext context;
  private final Map<String, Bundle> present = new HashMap<>();

  private BundleCache(BundleContext context) {
    this.context = context;
    for (Bundle bundle : context.getBundles()) {
      if (bundle.getLocation().startsWith(REFERENCE)) {
        present.put(bundle.getLocation(), bundle);
      }
    }
  }

  static void align(BundleContext context, BundleFolder folder) {
    BundleCache cache = new BundleCache(context);
    for (Map.Entry<Integer, List<Path>> level : folder.levels().entrySet()) {
      for (Path jar : level.getValue()) {
        cache.align(jar, level.getKey());
      }
    }
    for (Bundle gone : cache.present.values()) {
      run(gone.getLocation(), gone::uninstall);
    }
  }

  private void align(Path jar, int level) {
    String location = REFERENCE + jar.toUri();
    Bundle known = present.remove(location);
    run(
        location,
        () -> {
          Bundle bundle = known == null ? context.installBundle(location) : known;
          if (known != null && modified(jar) > known.getLastModified()) {
            known.update();
          }
          BundleStartLevel startLevel = bundle.adapt(BundleStartLevel.class);
          // Each of these writes to the cache: what is so already is not said again.
          if (startLevel.getStartLevel() != level) {
            startLevel.setStartLevel(level);
          }
          if (!startLevel.isPersistentlyStarted()
              && bundle.getHeaders("").get(Constants.FRAGMENT_HOST) == null) {
            bundle.start(Bundle.START_ACTIVATION_POLICY);
          }
        });
  }

  private static long modified(Path jar) {
    try {
      return Files.getLastModifiedTime(jar).toMillis();
    } catch (IOException e) {
      return Long.MAX_VALUE;
    }
  }

  @FunctionalInterface
  private interface BundleAction {
    void run() throws BundleException;
  }

  private static void run(String location, BundleAction action) {
    try {
      action.run();
    } catch (BundleException e) {
      String jar = location.substring(location.lastIndexOf('/') + 1);
      throw StartProblem.BUNDLE_FAILED.problem(
          "The bundle \"" + jar + "\" cannot be installed: " + e.getMessage());
    }
  }
}
