package org.sqlxos.assembly;

import static org.ops4j.pax.exam.CoreOptions.cleanCaches;
import static org.ops4j.pax.exam.CoreOptions.frameworkProperty;
import static org.ops4j.pax.exam.CoreOptions.frameworkStartLevel;
import static org.ops4j.pax.exam.CoreOptions.options;
import static org.ops4j.pax.exam.CoreOptions.systemPackages;
import static org.ops4j.pax.exam.CoreOptions.workingDirectory;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.ops4j.pax.exam.CoreOptions;
import org.ops4j.pax.exam.ExamSystem;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.TestContainer;
import org.ops4j.pax.exam.spi.PaxExamRuntime;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.service.cm.ConfigurationAdmin;
import org.sqlxos.assembly.probe.ContextProbe;
import org.sqlxos.testkit.await.Await;

/**
 * The product's bundles in a Felix that Pax Exam started: no launcher, no runtime of ours. What
 * holds here holds in any OSGi framework.
 */
final class FelixContainer implements AutoCloseable {

  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final Set<String> SHARED =
      Set.of("org.sqlxos.platform-api", "slf4j.api", "org.osgi.service.cm");

  private final TestContainer container;
  private final BundleContext context;

  FelixContainer() throws IOException {
    ExamSystem system = PaxExamRuntime.createServerSystem(configuration());
    container = PaxExamRuntime.createContainer(system);
    container.start();
    container.install("probe.context", bundleWithActivator("probe.context", ContextProbe.class));
    context = ContextProbe.context();
  }

  private static Option[] configuration() throws IOException {
    List<Option> options = new ArrayList<>();
    options.add(cleanCaches());
    options.add(workingDirectory(Files.createTempDirectory("sqlx-felix").toString()));
    options.add(frameworkStartLevel(99));
    options.add(systemPackages(sharedPackages()));
    options.add(frameworkProperty("org.osgi.framework.bootdelegation").value("jdk.net"));
    options.add(frameworkProperty("org.osgi.service.http.port").value("0"));
    options.add(frameworkProperty("org.apache.felix.http.host").value("127.0.0.1"));
    options.add(
        frameworkProperty("org.apache.felix.http.jetty.virtualthreads.enable").value("true"));
    options.add(
        frameworkProperty("sqlx.data").value(Files.createTempDirectory("sqlx-data").toString()));
    try (Stream<Path> levels = Files.list(Product.HOME.resolve("bundles"))) {
      for (Path level : levels.sorted().toList()) {
        options.addAll(bundles(level));
      }
    }
    return options(options.toArray(Option[]::new));
  }

  private static List<Option> bundles(Path level) throws IOException {
    int number = Integer.parseInt(level.getFileName().toString().substring(0, 2));
    List<Option> options = new ArrayList<>();
    try (Stream<Path> jars = Files.list(level)) {
      for (Path jar : jars.sorted().toList()) {
        try (JarFile file = new JarFile(jar.toFile())) {
          boolean fragment =
              file.getManifest().getMainAttributes().getValue(Constants.FRAGMENT_HOST) != null;
          options.add(
              CoreOptions.bundle("reference:" + jar.toUri()).startLevel(number).start(!fragment));
        }
      }
    }
    return options;
  }

  private static String[] sharedPackages() throws IOException {
    List<String> packages = new ArrayList<>(List.of("sun.misc", "org.sqlxos.assembly.probe"));
    for (URL url :
        Collections.list(
            FelixContainer.class.getClassLoader().getResources("META-INF/MANIFEST.MF"))) {
      try (InputStream in = url.openStream()) {
        Attributes attributes = new Manifest(in).getMainAttributes();
        if (SHARED.contains(String.valueOf(attributes.getValue("Bundle-SymbolicName")))) {
          packages.add(attributes.getValue("Export-Package"));
        }
      }
    }
    return packages.toArray(String[]::new);
  }

  BundleContext context() {
    return context;
  }

  /** The bundle of this symbolic name. */
  Bundle bundle(String symbolicName) {
    for (Bundle bundle : context.getBundles()) {
      if (symbolicName.equals(bundle.getSymbolicName())) {
        return bundle;
      }
    }
    throw new AssertionError("no bundle " + symbolicName);
  }

  /** Installs and starts a bundle that holds nothing but an activator of the probe package. */
  Bundle install(String symbolicName, Class<?> activator) {
    container.install(symbolicName, bundleWithActivator(symbolicName, activator));
    return bundle(symbolicName);
  }

  private static InputStream bundleWithActivator(String symbolicName, Class<?> activator) {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.putValue(Constants.BUNDLE_MANIFESTVERSION, "2");
    attributes.putValue(Constants.BUNDLE_SYMBOLICNAME, symbolicName);
    attributes.putValue(Constants.BUNDLE_VERSION, "1.0.0");
    attributes.putValue(Constants.BUNDLE_ACTIVATOR, activator.getName());
    attributes.putValue(Constants.IMPORT_PACKAGE, "org.sqlxos.assembly.probe,org.osgi.framework");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      new JarOutputStream(bytes, manifest).close();
    } catch (IOException e) {
      throw new AssertionError("a jar in memory", e);
    }
    return new ByteArrayInputStream(bytes.toByteArray());
  }

  /** Configures a component as an operator would: through Configuration Admin. */
  void configure(String pid, Map<String, Object> values) throws IOException {
    Dictionary<String, Object> properties = new Hashtable<>(values);
    admin().getConfiguration(pid, "?").update(properties);
  }

  void configureNamed(String factoryPid, String name, Map<String, Object> values)
      throws IOException {
    Dictionary<String, Object> properties = new Hashtable<>(values);
    admin().getFactoryConfiguration(factoryPid, name, "?").update(properties);
  }

  private ConfigurationAdmin admin() {
    return context.getService(context.getServiceReference(ConfigurationAdmin.class));
  }

  /** Where the framework's HTTP server listens. */
  Http http() {
    String endpoint =
        Await.until(
            "the HTTP server listens", LIMIT, this::endpoint, found -> found.startsWith("http:"));
    return new Http(URI.create(endpoint));
  }

  private String endpoint() {
    ServiceReference<?> runtime =
        context.getServiceReference("org.osgi.service.servlet.runtime.HttpServiceRuntime");
    if (runtime == null
        || !(runtime.getProperty("osgi.http.endpoint") instanceof String[] endpoints)
        || endpoints.length == 0) {
      return "";
    }
    return endpoints[0];
  }

  @Override
  public void close() {
    container.stop();
  }
}
