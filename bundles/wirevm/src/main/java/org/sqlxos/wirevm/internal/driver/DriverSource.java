package org.sqlxos.wirevm.internal.driver;

import java.sql.Driver;
import org.sqlxos.wirevm.internal.pack.DriverSettings;

/**
 * Where drivers come from. {@code DriverManager} is not asked: it sees neither which bundle or jar
 * a driver came from nor that it has gone.
 */
public interface DriverSource {

  /**
   * The driver that a pack wants. Asked for each connection.
   *
   * @param url what it is to connect to
   * @throws org.sqlxos.problem.api.ProblemException if there is none, or it cannot be used
   */
  Driver driver(DriverSettings settings, String url);
}
