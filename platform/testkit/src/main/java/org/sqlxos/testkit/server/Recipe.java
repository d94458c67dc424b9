package org.sqlxos.testkit.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** How a product is unpacked, initialised and started. */
sealed interface Recipe permits PostgresqlRecipe, MysqlRecipe, MariadbRecipe, CassandraRecipe {

  /** What is unpacked into {@link Layout#home}; nothing if the machine has the product. */
  Optional<Archive> archive();

  /**
   * The server's binary.
   *
   * @throws ServerUnavailableException if the machine does not have the product
   */
  Path executable(Layout layout) throws ServerUnavailableException;

  /** Writes what the initialisation reads, and tells the command that makes the data. */
  List<String> initialise(Layout layout, Login administrator)
      throws IOException, ServerUnavailableException;

  /** The command that is the server, listening on 127.0.0.1 only. */
  List<String> start(Layout layout, int port) throws ServerUnavailableException;

  /** How databases are made and reached. */
  Administration administration();
}
