package org.sqlxos.wirevm.internal.embedded;

import java.sql.Driver;
import org.jspecify.annotations.Nullable;
import org.sqlxos.problem.api.Problem;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.wirevm.internal.WireProblem;

/**
 * Makes the driver out of the pack's own bundle, once. {@code DriverManager} is not asked: it sees
 * neither which bundle a driver came from nor that the bundle has gone.
 */
public final class DriverSource {

  /** Loads a class by name, as a bundle does. */
  @FunctionalInterface
  public interface ClassSource {
    Class<?> loadClass(String name) throws ClassNotFoundException;
  }

  private final ClassSource classes;
  private @Nullable Driver driver;

  public DriverSource(ClassSource classes) {
    this.classes = classes;
  }

  synchronized Driver driver(String className) {
    if (driver == null) {
      driver = make(className);
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
