package org.sqlxos.assembly;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.sqlxos.catalog.api.LiveCatalog;
import org.sqlxos.runtime.api.SqlxRuntime;

/**
 * A node of the assembled product that serves SQLite files, mostly one, on a free port, with a data
 * folder of its own.
 */
final class Product implements AutoCloseable {

  static final Path HOME = Path.of(System.getProperty("sqlx.home", "target/sqlx"));

  private final Path folder;
  private final Path database;
  private final SqlxRuntime node;

  private Product(Path folder, Path database, SqlxRuntime node) {
    this.folder = folder;
    this.database = database;
    this.node = node;
  }

  /** Serves a new database with this schema. */
  static Product serving(String ddl) throws IOException, SQLException {
    Path folder = Files.createTempDirectory("sqlx-product");
    Path database = folder.resolve("test.db");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(ddl);
    }
    return start(folder, database);
  }

  /** Serves a copy of a file. */
  static Product servingCopyOf(Path file) throws IOException {
    Path folder = Files.createTempDirectory("sqlx-product");
    return start(folder, Files.copy(file, folder.resolve("test.db")));
  }

  /** Serves copies of files, the first as the database {@code d0}, the next as {@code d1}. */
  static Product servingCopiesOf(List<Path> files) throws IOException {
    Path folder = Files.createTempDirectory("sqlx-product");
    Map<String, Path> databases = new LinkedHashMap<>();
    for (Path file : files) {
      String name = "d" + databases.size();
      databases.put(name, Files.copy(file, folder.resolve(name + ".db")));
    }
    return start(folder, databases);
  }

  /** Serves a database on a server. */
  static Product servingUrl(String url) throws IOException {
    Path folder = Files.createTempDirectory("sqlx-product");
    return new Product(folder, folder, node(folder, Map.of("test", url)));
  }

  /** The same, with a driver's jars in the node's folder of drivers. */
  static Product servingUrl(String url, List<Path> driver) throws IOException {
    Path folder = Files.createTempDirectory("sqlx-product");
    Path jars = Files.createDirectories(folder.resolve("data/drivers/vendor"));
    for (Path jar : driver) {
      Files.createSymbolicLink(jars.resolve(jar.getFileName()), jar);
    }
    return new Product(folder, folder, node(folder, Map.of("test", url)));
  }

  /** Serves several databases on servers by their names. */
  static Product servingUrls(Map<String, String> urls) throws IOException {
    Path folder = Files.createTempDirectory("sqlx-product");
    return new Product(folder, folder, node(folder, urls));
  }

  private static Product start(Path folder, Path database) {
    return start(folder, Map.of("test", database));
  }

  private static Product start(Path folder, Map<String, Path> databases) {
    Map<String, String> urls = new LinkedHashMap<>();
    databases.forEach((name, file) -> urls.put(name, "sqlite:" + file));
    return new Product(folder, databases.values().iterator().next(), node(folder, urls));
  }

  private static SqlxRuntime node(Path folder, Map<String, String> urls) {
    SqlxRuntime.Builder builder =
        SqlxRuntime.builder()
            .bundles(HOME.resolve("bundles"))
            .data(folder.resolve("data"))
            .set("http.port", "0")
            .set("rest.server.timing", "true")
            .set("security.open", "true");
    urls.forEach((name, url) -> builder.set("databases." + name + ".url", url));
    SqlxRuntime node = builder.start();
    for (String name : urls.keySet()) {
      node.awaitService(LiveCatalog.class, "(sqlx.database=" + name + ")", Duration.ofSeconds(30))
          .orElseThrow(() -> new AssertionError("the catalog did not appear within 30 s"));
    }
    return node;
  }

  SqlxRuntime node() {
    return node;
  }

  Path database() {
    return database;
  }

  Http http() {
    return new Http(URI.create(node.address().toString()));
  }

  /** Changes the database as another program would, and by another program. */
  void elsewhere(String sql) throws SQLException {
    OtherProgram.execute(database, sql);
  }

  /** What another program reads in the database: every value as text. */
  List<List<String>> readElsewhere(String sql) throws SQLException {
    return OtherProgram.query(database, sql);
  }

  @Override
  public void close() throws IOException {
    node.close();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
