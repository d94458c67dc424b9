package org.sqlxos.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sqlxos.runtime.api.SqlxRuntime;
import org.sqlxos.start.api.StartProblem;
import org.sqlxos.wirepack.api.ConnectionUrl;
import org.sqlxos.wirepack.api.WirePack;

/**
 * A node that serves nobody: for commands that need what the bundles know. Its data are gone at the
 * end.
 */
final class Workbench implements AutoCloseable {

  private final Path data;
  private final SqlxRuntime node;

  private Workbench(Path data, SqlxRuntime node) {
    this.data = data;
    this.node = node;
  }

  /** A node without databases. */
  static Workbench open() {
    return open(Optional.empty(), "");
  }

  /**
   * A node with one database.
   *
   * @param packs a folder of packs that are files, if there is one
   */
  static Workbench open(Optional<Path> packs, String url) {
    Path data = folder();
    try {
      SqlxRuntime.Builder builder =
          SqlxRuntime.builder()
              .bundles(Home.find().bundles())
              .data(data)
              .set("http.host", "127.0.0.1")
              .set("http.port", "0");
      packs.ifPresent(folder -> builder.set("packs.folder", folder.toAbsolutePath().toString()));
      if (!url.isEmpty()) {
        builder.set("databases." + DevCommand.nameOf(url) + ".url", url);
      }
      return new Workbench(data, builder.start());
    } catch (RuntimeException e) {
      remove(data);
      throw e;
    }
  }

  /**
   * A node with one database and a policy.
   *
   * @param keys the file of API keys
   */
  static Workbench guarded(String url, Path policy, String keys) {
    Path data = folder();
    try {
      Files.writeString(data.resolve("api-keys"), keys);
      return new Workbench(
          data,
          SqlxRuntime.builder()
              .bundles(Home.find().bundles())
              .data(data)
              .set("http.host", "127.0.0.1")
              .set("http.port", "0")
              .set("databases." + DevCommand.nameOf(url) + ".url", url)
              .set("security.policy.file", policy.toString())
              .start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      remove(data);
      throw e;
    }
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory("sqlx-workbench");
    } catch (IOException e) {
      throw StartProblem.DATA_IN_USE.problem("No temporary folder can be made.");
    }
  }

  SqlxRuntime node() {
    return node;
  }

  /** The pack that would be used for a URL. */
  WirePack packFor(ConnectionUrl url) {
    List<WirePack> packs = node.services(WirePack.class);
    return packs.stream()
        .filter(pack -> pack.description().schemes().contains(url.scheme()))
        .findFirst()
        .or(
            () ->
                url.scheme().startsWith(ConnectionUrl.JDBC + ":")
                    ? ofEveryDriver(packs)
                    : Optional.empty())
        .orElseThrow(() -> noPack(node, url));
  }

  private static Optional<WirePack> ofEveryDriver(List<WirePack> packs) {
    return packs.stream()
        .filter(pack -> pack.description().schemes().contains(ConnectionUrl.JDBC))
        .findFirst();
  }

  /** That nobody speaks a scheme, and who is there. */
  static RuntimeException noPack(SqlxRuntime node, ConnectionUrl url) {
    List<String> schemes =
        node.services(WirePack.class).stream()
            .flatMap(pack -> pack.description().schemes().stream())
            .distinct()
            .sorted()
            .toList();
    return StartProblem.NO_PACK.problem(
        "No wire pack speaks \"%s:\".".formatted(url.scheme()),
        schemes.isEmpty()
            ? "No wire pack is installed."
            : "Installed: " + String.join(":, ", schemes) + ":.");
  }

  @Override
  public void close() {
    node.close();
    remove(data);
  }

  private static void remove(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
