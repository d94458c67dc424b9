package org.sqlxos.launcher;

import java.time.Duration;
import java.util.function.Supplier;
import org.sqlxos.catalog.api.CatalogSnapshot;
import org.sqlxos.catalog.api.LiveCatalog;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.problem.api.Problem;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.runtime.api.SqlxRuntime;
import org.sqlxos.start.api.StartProblem;
import org.sqlxos.wirepack.api.Access;
import org.sqlxos.wirepack.api.ConnectedDatabase;
import org.sqlxos.wirepack.api.ConnectionUrl;
import org.sqlxos.wirepack.api.Session;

/**
 * Looks whether a database that a person has just named can really be served, so that a wrong name
 * ends the start.
 */
final class DatabaseCheck {

  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(10);
  private static final Duration CATALOG_LIMIT = Duration.ofSeconds(30);

  private final SqlxRuntime node;

  DatabaseCheck(SqlxRuntime node) {
    this.node = node;
  }

  /**
   * Connects once, and waits for the catalog.
   *
   * @throws org.sqlxos.problem.api.ProblemException with what is wrong
   */
  CatalogSnapshot require(String name, String url) {
    String filter = "(" + LiveCatalog.DATABASE + "=" + name + ")";
    ConnectedDatabase database =
        node.service(ConnectedDatabase.class, filter).orElseThrow(() -> noPack(url));
    connect(name, url, database);
    return node.awaitService(LiveCatalog.class, filter, CATALOG_LIMIT)
        .orElseThrow(
            () ->
                StartProblem.NO_CATALOG.problem(
                    "The schema of \"" + name + "\" could not be read; the log tells why."))
        .snapshot();
  }

  private static void connect(String name, String url, ConnectedDatabase database) {
    try (Session session =
        naming(
            ConnectionUrl.parse(url),
            () -> database.borrow(Access.READ, Deadline.in(CONNECT_LIMIT)))) {
      if (!session.usable()) {
        throw StartProblem.NO_CATALOG.problem(
            "The connection to \"" + name + "\" was lost at once.");
      }
    }
  }

  /** Opens a session; what is wrong is told with the URL, as far as it may be shown. */
  static Session naming(ConnectionUrl url, Supplier<Session> open) {
    try {
      return open.get();
    } catch (ProblemException e) {
      Problem problem = e.problem();
      String detail =
          problem.detail().contains(url.toString())
              ? problem.detail()
              : "\"" + url + "\": " + problem.detail();
      throw new ProblemException(
          new Problem(
              problem.code(), detail, problem.hint(), problem.sqlState(), problem.violations()),
          e);
    }
  }

  private RuntimeException noPack(String url) {
    return Workbench.noPack(node, ConnectionUrl.parse(url));
  }
}
