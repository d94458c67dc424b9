package org.sqlxos.launcher;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sqlxos.catalog.api.CatalogSnapshot;
import org.sqlxos.catalog.api.Relation;
import org.sqlxos.runtime.api.SqlxRuntime;
import org.sqlxos.start.api.StartProblem;
import org.sqlxos.wirepack.api.ConnectionUrl;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code sqlx dev}: everything on, on loopback, with the sample shop if no database is named. */
@Command(
    name = "dev",
    mixinStandardHelpOptions = true,
    description = {
      "Serve a database on this machine only, with everything on.",
      "Without --database it serves the sample shop, which may be changed at will."
    })
final class DevCommand implements Callable<Integer> {

  @Option(
      names = "--database",
      paramLabel = "URL",
      description = {
        "The database, of any scheme that an installed wire pack speaks, for instance",
        "sqlite:path/to/file.db, postgresql://user:password@host/database or",
        "mysql://user:password@host/database. Default: the sample shop."
      })
  private @Nullable String database;

  @Option(
      names = "--port",
      defaultValue = "3000",
      paramLabel = "PORT",
      description = "The port on 127.0.0.1; 0 takes a free one. Default: ${DEFAULT-VALUE}.")
  private int port;

  @Option(
      names = "--data",
      defaultValue = "sqlx-data",
      paramLabel = "DIR",
      description = "Where the node keeps its state. Default: ${DEFAULT-VALUE}.")
  private Path data = Path.of("sqlx-data");

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    long started = System.nanoTime();
    CommandSpec command = java.util.Objects.requireNonNull(spec);
    if (port < 0 || port > 65535) {
      throw new ParameterException(
          command.commandLine(), "--port takes a number from 0 to 65535, not " + port);
    }
    Home home = Home.find();
    String url = database == null ? "sqlite:" + shop(home) : checked(database, command);
    String name = database == null ? "shop" : nameOf(url);
    SqlxRuntime node =
        SqlxRuntime.builder()
            .bundles(home.bundles())
            .data(data)
            .set("http.host", "127.0.0.1")
            .set("http.port", String.valueOf(port))
            .set("databases." + name + ".url", url)
            .set("security.open", "true")
            .set("rest.server.timing", "true")
            .start();
    Shutdown shutdown = Shutdown.of(node);
    CatalogSnapshot catalog;
    try {
      catalog = new DatabaseCheck(node).require(name, url);
    } catch (RuntimeException e) {
      shutdown.now();
      throw e;
    }
    ConsoleLogging.showWarnings();
    welcome(command.commandLine().getOut(), node, catalog, started);
    node.awaitStop();
    return 0;
  }

  /** The URL, which has to be one. */
  static String checked(String url, CommandSpec command) {
    try {
      ConnectionUrl.parse(url);
      return url;
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command.commandLine(), "\"" + url + "\": " + e.getMessage(), e);
    }
  }

  private Path shop(Home home) {
    Path copy = data.resolve("shop.db").toAbsolutePath();
    try {
      if (!Files.exists(copy)) {
        Files.createDirectories(data);
        // Copied beside it and moved: a start that is killed leaves no half shop.
        Path part = Files.createTempFile(data, "shop", ".part");
        Files.copy(home.shop(), part, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        Files.move(part, copy, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
      }
    } catch (IOException e) {
      throw StartProblem.DATA_IN_USE.problem(
          "The sample shop cannot be written to \"" + copy + "\".", "Choose a folder with --data.");
    }
    return copy;
  }

  /**
   * The name in paths and metrics: the file's or database's own, without what a configuration key
   * cannot hold.
   */
  static String nameOf(String url) {
    String path = pathOf(url.substring(url.indexOf(':') + 1).replaceAll("[?#;].*$", ""));
    String last = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    String stem = last.contains(".") ? last.substring(0, last.lastIndexOf('.')) : last;
    String name = stem.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    String trimmed = name.replaceAll("^-+|-+$", "");
    return trimmed.isEmpty() ? "main" : trimmed;
  }

  /** What follows the host, which may have a password before it. */
  private static String pathOf(String rest) {
    if (!rest.startsWith("//")) {
      return rest;
    }
    String behindUser = rest.substring(rest.lastIndexOf('@') + 1);
    int slash = behindUser.indexOf('/', behindUser.startsWith("//") ? 2 : 0);
    return slash < 0 ? "" : behindUser.substring(slash + 1);
  }

  private static void welcome(
      PrintWriter out, SqlxRuntime node, CatalogSnapshot catalog, long started) {
    String base = node.address().toString();
    out.printf("%nSQLx OS %s%n%n", Version.text());
    links().forEach((what, path) -> out.printf("  %-12s %s%s%n", what, base, path));
    out.printf(
        "%n  \"%s\": %s in %s %s%n",
        catalog.database().name(),
        SchemaSize.of(catalog),
        catalog.database().product(),
        catalog.database().version());
    catalog.relations().stream()
        .filter(relation -> relation.identity().isPresent())
        .findFirst()
        .map(Relation::name)
        .ifPresent(
            first -> out.printf("  Try: curl %sapi/%s?limit=2%n", base, catalog.pathName(first)));
    out.printf("%nReady after %.1f s. Ctrl-C ends it.%n", (System.nanoTime() - started) / 1e9);
    out.flush();
  }

  private static Map<String, String> links() {
    Map<String, String> links = new java.util.LinkedHashMap<>();
    links.put("Start page", "");
    links.put("REST", "api");
    links.put("API docs", "docs");
    links.put("OpenAPI", "api/openapi.json");
    links.put("Health", "health");
    links.put("Metrics", "metrics");
    return links;
  }
}
