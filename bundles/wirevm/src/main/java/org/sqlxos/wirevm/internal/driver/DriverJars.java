package org.sqlxos.wirevm.internal.driver;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sqlxos.problem.api.Problem;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.wirevm.internal.WireProblem;

/** Jars that are loaded together: one, or all of a folder. */
final class DriverJars {

  private record Jar(Path path, long modifiedMillis, long bytes) {}

  private final Path entry;
  private final List<Jar> jars;
  private final Map<String, Driver> drivers = new HashMap<>();
  private @Nullable ClassLoader loader;

  private DriverJars(Path entry, List<Jar> jars) {
    this.entry = entry;
    this.jars = jars;
  }

  /** Nothing if there are no jars. */
  static Optional<DriverJars> of(Path entry) throws IOException {
    List<Path> paths;
    if (Files.isDirectory(entry)) {
      try (Stream<Path> files = Files.list(entry)) {
        paths = files.filter(DriverJars::isJar).sorted().toList();
      }
    } else {
      paths = isJar(entry) ? List.of(entry) : List.of();
    }
    List<Jar> jars = new java.util.ArrayList<>();
    for (Path path : paths) {
      BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
      jars.add(new Jar(path, attributes.lastModifiedTime().toMillis(), attributes.size()));
    }
    return jars.isEmpty() ? Optional.empty() : Optional.of(new DriverJars(entry, jars));
  }

  private static boolean isJar(Path path) {
    return path.toString().endsWith(".jar");
  }

  boolean sameFiles(@Nullable DriverJars other) {
    return other != null && jars.equals(other.jars);
  }

  /** The driver of this class; nothing if the jars have no such class. */
  synchronized Optional<Driver> named(String className) {
    Driver made = drivers.get(className);
    return made != null ? Optional.of(made) : inside(() -> make(className));
  }

  private Optional<Driver> make(String className) {
    try {
      Driver driver = (Driver) loader().loadClass(className).getDeclaredConstructor().newInstance();
      drivers.put(className, driver);
      return Optional.of(driver);
    } catch (ClassNotFoundException e) {
      return Optional.empty();
    } catch (ReflectiveOperationException | ClassCastException | LinkageError e) {
      throw unusable(className, e);
    }
  }

  /** The first driver that these jars offer and that takes a URL. */
  synchronized Optional<Driver> knowing(String url) {
    return inside(() -> find(url));
  }

  private Optional<Driver> find(String url) {
    Iterator<Driver> offered = ServiceLoader.load(Driver.class, loader()).iterator();
    try {
      while (offered.hasNext()) {
        Driver driver = offered.next();
        if (driver.getClass().getClassLoader() == loader() && driver.acceptsURL(url)) {
          return Optional.of(drivers.computeIfAbsent(driver.getClass().getName(), _ -> driver));
        }
      }
    } catch (ServiceConfigurationError | SQLException | LinkageError e) {
      throw unusable("offered", e);
    }
    return Optional.empty();
  }

  /** Drivers look for their own parts with the thread's class loader when they are loaded. */
  private <T> T inside(Supplier<T> work) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader());
    try {
      return work.get();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private ClassLoader loader() {
    ClassLoader made = loader;
    if (made == null) {
      URL[] urls = jars.stream().map(jar -> url(jar.path())).toArray(URL[]::new);
      made = new URLClassLoader("sqlx-driver", urls, ClassLoader.getPlatformClassLoader());
      loader = made;
    }
    return made;
  }

  private static URL url(Path path) {
    try {
      return path.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e);
    }
  }

  private ProblemException unusable(String what, Throwable cause) {
    return new ProblemException(
        Problem.of(
                WireProblem.DRIVER_UNUSABLE,
                "The driver %s in \"%s\" cannot be used: %s"
                    .formatted(what, entry, cause.getClass().getSimpleName()))
            .withHint(
                "It may need other jars: put all of them together into a folder of their own."),
        cause);
  }
}
