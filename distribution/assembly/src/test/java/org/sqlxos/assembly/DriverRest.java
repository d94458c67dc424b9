package org.sqlxos.assembly;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.sqlxos.testkit.await.Await;

/**
 * The REST API over a database that the product reaches with a vendor's driver, which lies in the
 * node's folder of drivers. The tests reach it with the same driver on their class path.
 */
abstract class DriverRest extends RestSuite {

  /** Starts what there is to be started. */
  abstract void startDatabase() throws Exception;

  /** What the product is given. */
  abstract String url();

  /** The jars of the driver. */
  abstract List<Path> driver();

  /** What another program connects to. */
  String otherUrl() {
    return url();
  }

  @BeforeAll
  void start() throws Exception {
    startDatabase();
    fill();
    serve(serving());
    // Where only the node can fill its database, it was there before its tables.
    Await.until(
        "the tables answer",
        Duration.ofSeconds(30),
        () -> product().http().get("/api/posts/3/user").status() == 200);
  }

  Product serving() throws IOException {
    return Product.servingUrl(url(), driver());
  }

  Connection connect() throws SQLException {
    return DriverManager.getConnection(otherUrl());
  }

  @Override
  void execute(String... statements) throws SQLException {
    try (Connection connection = connect()) {
      Sql.execute(connection, statements);
    }
  }

  @Override
  String read(String query) throws SQLException {
    try (Connection connection = connect()) {
      return Sql.first(connection, query);
    }
  }

  /** The jar that a class was loaded from. */
  static Path jarOf(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (java.net.URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
