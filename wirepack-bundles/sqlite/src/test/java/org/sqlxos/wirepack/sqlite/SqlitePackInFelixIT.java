package org.sqlxos.wirepack.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.jar.Attributes;
import java.util.jar.JarInputStream;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import org.apache.felix.framework.FrameworkFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.util.tracker.ServiceTracker;
import org.sqlxos.operation.api.Cursor;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.operation.api.TargetStatement;
import org.sqlxos.testkit.await.Await;
import org.sqlxos.wirepack.api.Access;
import org.sqlxos.wirepack.api.ConnectedDatabase;
import org.sqlxos.wirepack.api.Session;

/** The pack's bundle and the engine's, in a real container, with nothing of either on its path. */
@Timeout(120)
class SqlitePackInFelixIT {

  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final List<String> BUNDLES =
      List.of(
          "org.osgi.util.function",
          "org.osgi.util.promise",
          "org.osgi.service.component-",
          "org.apache.felix.configadmin",
          "org.apache.felix.scr",
          "jackson-annotations",
          "jackson-core",
          "jackson-databind");

  /** Shared with the test: the contracts, and the logging of the host. */
  private static final String SHARED =
      "org.slf4j;version=2.0.20,org.osgi.service.cm;version=1.6.1,org.sqlxos.operation.api;version=1.0.0,"
          + "org.sqlxos.problem.api;version=1.0.0,org.sqlxos.stage.api;version=1.0.0,"
          + "org.sqlxos.type.api;version=1.0.0,org.sqlxos.wirepack.api;version=1.0.0,"
          + "org.sqlxos.catalog.api;version=1.0.0,org.sqlxos.dialect.api;version=1.0.0";

  @TempDir Path folder;
  private Framework framework;
  private BundleContext context;
  private ServiceTracker<ConnectedDatabase, ConnectedDatabase> databases;

  @BeforeEach
  void start() throws Exception {
    framework =
        new FrameworkFactory()
            .newFramework(
                Map.of(
                    Constants.FRAMEWORK_STORAGE,
                    folder.resolve("cache").toString(),
                    Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA,
                    SHARED));
    framework.start();
    context = framework.getBundleContext();
    List<Bundle> installed = new ArrayList<>();
    for (String name : BUNDLES) {
      installed.add(context.installBundle(jar(name)));
    }
    installed.add(context.installBundle(jar("wirevm")));
    for (Bundle bundle : installed) {
      bundle.start();
    }
    databases = new ServiceTracker<>(context, ConnectedDatabase.class, null);
    databases.open();
  }

  @AfterEach
  void stop() throws Exception {
    framework.stop();
    framework.waitForStop(LIMIT.toMillis());
  }

  private static String jar(String name) {
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      Path path = Path.of(entry);
      boolean folderOfClasses = Files.isDirectory(path);
      if (folderOfClasses ? entry.contains(name) : path.getFileName().toString().contains(name)) {
        return "reference:" + path.toUri();
      }
    }
    throw new AssertionError("not on the class path: " + name);
  }

  private static Path packJar() throws Exception {
    try (var files = Files.list(Path.of("target"))) {
      return files
          .filter(
              file -> file.getFileName().toString().matches("wirepack-bundles-sqlite-.*T?\\.jar"))
          .filter(file -> !file.getFileName().toString().contains("sources"))
          .findFirst()
          .orElseThrow();
    }
  }

  /** The same bundle as another version of itself. */
  private Path packJar(String version) throws Exception {
    Path copy = folder.resolve("pack-" + version + ".jar");
    try (JarInputStream from = new JarInputStream(Files.newInputStream(packJar()))) {
      Manifest manifest = from.getManifest();
      manifest.getMainAttributes().put(new Attributes.Name("Bundle-Version"), version);
      try (JarOutputStream to = new JarOutputStream(Files.newOutputStream(copy), manifest)) {
        // Stored almost as it is: the test is about bundles, not about compression.
        to.setLevel(Deflater.BEST_SPEED);
        for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
          to.putNextEntry(new ZipEntry(entry.getName()));
          from.transferTo(to);
        }
      }
    }
    return copy;
  }

  private Bundle startPack(Path jar) throws Exception {
    Bundle pack = context.installBundle(jar.toUri().toString());
    pack.start();
    return pack;
  }

  private void configure(String name, Path file) throws Exception {
    ConfigurationAdmin admin =
        context.getService(context.getServiceReference(ConfigurationAdmin.class));
    Configuration configuration = admin.createFactoryConfiguration("org.sqlxos.database", null);
    Dictionary<String, Object> values =
        new Hashtable<>(Map.of("name", name, "url", "sqlite:" + file, "pool.max", 3));
    configuration.update(values);
  }

  private ConnectedDatabase database() {
    return Await.until("the database", LIMIT, () -> databases.getService(), found -> found != null);
  }

  private static @Nullable String ask(ConnectedDatabase database, String text) {
    Deadline deadline = Deadline.in(LIMIT);
    TargetStatement statement = new TargetStatement(text, List.of(), List.of(), false);
    try (Session session = database.borrow(Access.READ, deadline);
        Cursor cursor = session.query(statement, deadline)) {
      return cursor.next() ? cursor.getText(0) : null;
    }
  }

  private Path file() throws Exception {
    Path file = folder.resolve("shop.db");
    Sqlite.write(file, "CREATE TABLE t(a)");
    return file;
  }

  @Test
  void servesADatabaseWhileThePackIsThere() throws Exception {
    configure("shop", file());
    assertNull(databases.getService());
    Bundle pack = startPack(packJar());
    ConnectedDatabase database = database();
    assertEquals("shop", database.name());
    assertEquals("SQLite", database.pack().product());
    String version = ask(database, "SELECT sqlite_version()");
    assertEquals("3.", version.substring(0, 2));
    pack.stop();
    assertNull(databases.getService());
    pack.start();
    assertEquals(version, ask(database(), "SELECT sqlite_version()"));
  }

  @Test
  void movesToANewVersionOfThePackWhileOperationsRun() throws Exception {
    configure("shop", file());
    Bundle old = startPack(packJar("1.0.0"));
    ConnectedDatabase first = database();
    AtomicBoolean stop = new AtomicBoolean();
    AtomicLong done = new AtomicLong();
    AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    Thread client =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    while (!stop.get()) {
                      ask(database(), "SELECT sqlite_version()");
                      done.incrementAndGet();
                    }
                  } catch (Throwable e) {
                    failure.set(e);
                  }
                });
    Await.until("some operations", LIMIT, () -> done.get() > 50);
    startPack(packJar("1.1.0"));
    Await.until("the new pack", LIMIT, () -> databases.getService() != first);
    old.uninstall();
    long sofar = done.get();
    Await.until("more operations", LIMIT, () -> done.get() > sofar + 50 || failure.get() != null);
    stop.set(true);
    client.join();
    assertNull(failure.get());
    // Whoever still holds the first one is served by its successor.
    assertEquals("3.", ask(first, "SELECT sqlite_version()").substring(0, 2));
  }

  @Test
  void refusesAPackWithFaults() throws Exception {
    configure("shop", file());
    Path broken = folder.resolve("broken.jar");
    Manifest manifest = new Manifest();
    Map<String, String> headers =
        new HashMap<>(
            Map.of(
                "Manifest-Version", "1.0",
                "Bundle-ManifestVersion", "2",
                "Bundle-SymbolicName", "broken",
                "SQLx-WirePack", "wirepack.json"));
    headers.forEach(
        (key, value) -> manifest.getMainAttributes().put(new Attributes.Name(key), value));
    try (JarOutputStream to = new JarOutputStream(Files.newOutputStream(broken), manifest)) {
      to.putNextEntry(new ZipEntry("wirepack.json"));
      to.write("{\"format\": 1}".getBytes());
    }
    Bundle bundle = startPack(broken);
    assertEquals(Bundle.ACTIVE, bundle.getState());
    assertNull(databases.getService());
  }
}
