package org.sqlxos.wirevm.internal.driver;

import java.sql.Driver;
import org.jspecify.annotations.Nullable;
import org.sqlxos.problem.api.Problem;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.wirevm.internal.WireProblem;
import org.sqlxos.wirevm.internal.pack.DriverSettings;

/** The driver of one pack, made once of the classes that come with the pack. */
public final class BundledDriver implements DriverSource {

  /** Loads a class by name, as a bundle does. */
  @FunctionalInterface
  public interface ClassSource {
    Class<?> loadClass(String name) throws ClassNotFoundException;
  }

  private final ClassSource classes;
  private @Nullable Driver driver;

  public BundledDriver(ClassSource classes) {
    this.classes = classes;
  }

  @Override
  public synchronized Driver driver(DriverSettings settings, String url) {
    if (driver == null) {
      driver = make(settings.driver().orElse(""));
    }
    return driver;
  }

  private Driver make(String className) {
    try {
      return (Driver) classes.loadClass(className).getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException | ClassCastException | LinkageError e) {
      throw new ProblemException(
          Problem.of(
                  WireProblem.DRIVER_UNUSABLE,
                  "\"%s\" cannot be made from the pack's bundle: %s"
                      .formatted(className, e.getClass().getSimpleName()))
              .withHint("The bundle has to contain the driver and what it needs."),
          e);
    }
  }
}
