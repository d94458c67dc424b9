package org.sqlxos.wirevm.internal.driver;

import java.sql.Driver;
import java.sql.SQLException;
import java.util.Optional;
import java.util.ServiceLoader;
import org.sqlxos.problem.api.Problem;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.wirevm.internal.WireProblem;
import org.sqlxos.wirevm.internal.pack.DriverSettings;

/** Vendors' drivers where there is no OSGi: beside the packs on the class path. */
public record ClassPathDrivers(ClassLoader classes) implements DriverSource {

  @Override
  public Driver driver(DriverSettings settings, String url) {
    Optional<String> wanted = settings.driver();
    for (Driver driver : ServiceLoader.load(Driver.class, classes)) {
      boolean fits =
          wanted.isPresent()
              ? driver.getClass().getName().equals(wanted.get())
              : accepts(driver, url);
      if (fits) {
        return driver;
      }
    }
    throw missing(settings, url.replaceFirst("^(jdbc:[^:]*:).*$", "$1"));
  }

  private static boolean accepts(Driver driver, String url) {
    try {
      return driver.acceptsURL(url);
    } catch (SQLException e) {
      throw new ProblemException(
          Problem.of(
              WireProblem.DRIVER_UNUSABLE,
              "The driver \"%s\" cannot be asked".formatted(driver.getClass().getName())),
          e);
    }
  }

  private static ProblemException missing(DriverSettings settings, String vendor) {
    return DriverProblem.DRIVER_MISSING.problem(
        settings
            .driver()
            .map(name -> "No jar on the class path has the driver " + name)
            .orElse("No driver on the class path knows " + vendor),
        settings
            .artifact()
            .map(artifact -> "Put the driver's jar (Maven: " + artifact + ") on the class path.")
            .orElse("Put the vendor's JDBC driver for " + vendor + " on the class path."));
  }
}
