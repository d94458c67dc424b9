package org.sqlxos.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.sqlxos.runtime.api.SqlxRuntime;
import picocli.CommandLine.Command;

/**
 * {@code sqlx warm}: starts a node on the sample shop, asks it a few things, and ends. The start
 * script runs it once after a build with {@code -XX:AOTCacheOutput}: what is loaded and linked here
 * need not be at the next start (JEP 483, JEP 514).
 */
@Command(
    name = "warm",
    hidden = true,
    mixinStandardHelpOptions = true,
    description = "Start once and end, so that the JVM can write its cache.")
final class WarmCommand implements Callable<Integer> {

  private static final List<String> PATHS =
      List.of(
          "",
          "api",
          "api/customers?limit=2",
          "api/openapi.json",
          "docs/",
          "health",
          "ready",
          "metrics");

  @Override
  public Integer call() throws IOException, InterruptedException {
    Home home = Home.find();
    Path data = Files.createTempDirectory("sqlx-warm");
    try {
      Path shop = Files.copy(home.shop(), data.resolve("shop.db"));
      try (SqlxRuntime node =
              SqlxRuntime.builder()
                  .bundles(home.bundles())
                  .data(data)
                  .set("http.port", "0")
                  .set("databases.shop.url", "sqlite:" + shop)
                  .set("security.open", "true")
                  .start();
          HttpClient client = HttpClient.newHttpClient()) {
        new DatabaseCheck(node).require("shop", "sqlite:" + shop);
        for (String path : PATHS) {
          client.send(
              HttpRequest.newBuilder(URI.create(node.address() + path)).build(),
              BodyHandlers.discarding());
        }
      }
    } finally {
      remove(data);
    }
    return 0;
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
