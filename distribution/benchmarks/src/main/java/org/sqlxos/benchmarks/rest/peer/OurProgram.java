package org.sqlxos.benchmarks.rest.peer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.sqlxos.testkit.server.TestDatabase;

/** {@code sqlx serve}, as it is installed. */
final class OurProgram implements Program {

  private static final Path SQLX = Build.HOME.resolveSibling("sqlx");

  @Override
  public void build() throws IOException {
    // The command builds what is missing before it does anything.
    Build.run(Build.HOME, List.of(SQLX.toString(), "--version"));
  }

  @Override
  public ProcessBuilder command(TestDatabase database, int port, Path folder) throws IOException {
    Path configuration = folder.resolve("sqlx.yaml");
    Files.writeString(
        configuration,
        """
        databases:
          forum:
            url: "%s?sslmode=disable"
            pool:
              max: %d
        security:
          open: true
        """
            .formatted(database.url(), POOL));
    return new ProcessBuilder(
        SQLX.toString(),
        "serve",
        "--config=" + configuration,
        "--port=" + port,
        "--data=" + folder.resolve("data"));
  }

  @Override
  public String versions() {
    return "as checked out";
  }
}
