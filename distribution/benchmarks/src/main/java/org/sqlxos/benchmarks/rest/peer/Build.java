package org.sqlxos.benchmarks.rest.peer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;

/** Builds of programs that are no modules of ours. */
final class Build {

  /** {@code distribution/benchmarks}. */
  static final Path HOME = Path.of(System.getProperty("sqlx.benchmarks", "")).toAbsolutePath();

  private Build() {}

  /** Whether a built file is missing, or older than one of its sources. */
  static boolean isStale(Path built, Path... sources) throws IOException {
    if (!Files.exists(built)) {
      return true;
    }
    FileTime time = Files.getLastModifiedTime(built);
    for (Path source : sources) {
      try (Stream<Path> files = Files.walk(source)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          if (Files.getLastModifiedTime(file).compareTo(time) > 0) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** Runs a command of a build; what it says goes to standard error. */
  static void run(Path folder, List<String> command) throws IOException {
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(Path.of("/dev/stderr").toFile())
            .start();
    try {
      if (process.waitFor() != 0) {
        throw new IOException("%s failed in %s".formatted(command, folder));
      }
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
