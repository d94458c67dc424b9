package org.sqlxos.benchmarks.wire.contestant;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.sqlxos.benchmarks.wire.data.Tables;
import org.sqlxos.runtime.api.SqlxRuntime;
import org.sqlxos.wirepack.api.ConnectedDatabase;
import org.sqlxos.wirepack.api.ConnectionUrl;
import org.sqlxos.wirepack.api.WirePack;

/** A node of the assembled product inside this process, as a host application embeds it. */
final class SqlxNode implements AutoCloseable {

  private static final List<Integer> POOLS = List.of(1, 8, 16);
  private static final Duration START_LIMIT = Duration.ofSeconds(20);

  private final Path folder;
  private final SqlxRuntime node;
  private final ConnectionUrl url;

  private SqlxNode(Path folder, SqlxRuntime node, ConnectionUrl url) {
    this.folder = folder;
    this.node = node;
    this.url = url;
  }

  /** Starts it with the database three times, each with a pool of another size. */
  static SqlxNode start(Tables tables) throws IOException {
    Path folder = Files.createTempDirectory("sqlx-benchmark");
    // The peers speak without TLS too.
    String url = tables.database().url() + "?sslmode=disable";
    SqlxRuntime.Builder builder =
        SqlxRuntime.builder()
            .bundles(Path.of(System.getProperty("sqlx.home")).resolve("bundles"))
            .data(folder.resolve("data"))
            .set("http.port", "0")
            .set("security.open", "true")
            // Looking for changes of the schema would disturb whoever is measured at the time.
            .set("catalog.poll.millis", "60000");
    for (int size : POOLS) {
      builder.set("databases." + name(size) + ".url", url);
      builder.set("databases." + name(size) + ".pool.max", String.valueOf(size));
    }
    SqlxNode node = new SqlxNode(folder, builder.start(), ConnectionUrl.parse(url));
    try {
      POOLS.forEach(node::database);
      return node;
    } catch (IllegalStateException missing) {
      node.close();
      throw missing;
    }
  }

  /** The database with a pool of so many connections. */
  ConnectedDatabase database(int connections) {
    String filter = "(sqlx.database=" + name(connections) + ")";
    return node.awaitService(ConnectedDatabase.class, filter, START_LIMIT)
        .orElseThrow(() -> new IllegalStateException("no pack serves " + url));
  }

  /** The pack that opens connections to it. */
  WirePack pack() {
    String filter = "(" + WirePack.SCHEMES + "=" + url.scheme() + ")";
    return node.awaitService(WirePack.class, filter, START_LIMIT)
        .orElseThrow(() -> new IllegalStateException("no pack serves " + url));
  }

  ConnectionUrl url() {
    return url;
  }

  private static String name(int connections) {
    return "pool" + connections;
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
