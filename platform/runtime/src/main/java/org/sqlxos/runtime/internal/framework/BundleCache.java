package org.sqlxos.runtime.internal.framework;

import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    // First: a product that has moved, or a newer version of it, brings bundles of the same name.
    cache.keepOnly(folder);
    for (Map.Entry<Integer, List<Path>> level : folder.levels().entrySet()) {
      for (Path jar : level.getValue()) {
        cache.align(jar, level.getKey());
      }
    }
  }

  private void keepOnly(BundleFolder folder) {
    Set<String> wanted = folder.all().stream().map(BundleCache::location).collect(toSet());
    for (Bundle bundle : List.copyOf(present.values())) {
      if (!wanted.contains(bundle.getLocation())) {
        present.remove(bundle.getLocation());
        run(bundle.getLocation(), bundle::uninstall);
      }
    }
  }

  private static String location(Path jar) {
    return REFERENCE + jar.toUri();
  }

  private void align(Path jar, int level) {
    String location = location(jar);
    Bundle known = present.get(location);
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
