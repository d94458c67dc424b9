package org.sqlxos.runtime.internal.framework;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import org.sqlxos.start.api.StartProblem;

/**
 * The packages that bundles take from the host's class path, so that host and bundles share their
 * classes: the platform's contracts, the logging interface (the host's logging is the node's), and
 * Configuration Admin's interface. Read from the manifests of the jars themselves, so that no list
 * has to be kept.
 */
final class SharedPackages {

  private static final Set<String> SHARED =
      Set.of("org.sqlxos.platform-api", "slf4j.api", "org.osgi.service.cm");

  private SharedPackages() {}

  /** As the framework property {@code org.osgi.framework.system.packages.extra} wants it. */
  static String header() {
    List<String> exports = new ArrayList<>(List.of("sun.misc", "com.sun.management"));
    Set<String> missing = new java.util.HashSet<>(SHARED);
    try {
      for (URL url :
          Collections.list(
              SharedPackages.class.getClassLoader().getResources("META-INF/MANIFEST.MF"))) {
        try (InputStream in = url.openStream()) {
          Attributes attributes = new Manifest(in).getMainAttributes();
          String name = symbolicName(attributes);
          if (missing.remove(name)) {
            exports.add(attributes.getValue("Export-Package"));
          }
        }
      }
    } catch (IOException e) {
      throw StartProblem.BUNDLES_MISSING.problem("The class path cannot be read.");
    }
    if (!missing.isEmpty()) {
      throw StartProblem.BUNDLES_MISSING.problem(
          "The class path lacks " + String.join(", ", missing.stream().sorted().toList()) + ".");
    }
    return String.join(",", exports);
  }

  private static String symbolicName(Attributes attributes) {
    String name = attributes.getValue("Bundle-SymbolicName");
    return name == null ? "" : name.split(";", 2)[0].strip();
  }
}
