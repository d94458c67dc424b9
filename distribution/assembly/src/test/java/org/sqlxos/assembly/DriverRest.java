package org.sqlxos.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.problem.api.Problem;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.testkit.await.Await;
import org.sqlxos.wirepack.api.ConnectionUrl;
import org.sqlxos.wirepack.api.WirePack;

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

  /** URLs that cannot be connected to, with the codes that say why. */
  Map<String, String> refused() {
    return Map.of();
  }

  @Test
  void whatCannotBeConnectedToIsRefusedWithTheReason() {
    String pack = getClass().getAnnotation(Reached.class).by()[0];
    WirePack own =
        product()
            .node()
            .awaitService(
                WirePack.class, "(" + WirePack.SCHEMES + "=" + pack + ")", Duration.ofSeconds(5))
            .orElseThrow();
    refused()
        .forEach(
            (url, code) -> {
              Problem problem =
                  assertThrows(
                          ProblemException.class,
                          () ->
                              own.connect(
                                  ConnectionUrl.parse(url), Deadline.in(Duration.ofSeconds(20))))
                      .problem();
              assertEquals(code, problem.code().code(), problem::toString);
              assertFalse(problem.toString().contains("mistaken"), problem::toString);
            });
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
