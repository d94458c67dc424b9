package org.sqlxos.benchmarks.rest.peer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
    run(new ProcessBuilder(command).directory(folder.toFile()));
  }

  static void run(ProcessBuilder command) throws IOException {
    Process process =
        command
            .redirectErrorStream(true)
            // Standard output is the report's; writing from the start would take it away in a file.
            .redirectOutput(ProcessBuilder.Redirect.appendTo(Path.of("/dev/stderr").toFile()))
            .start();
    await(process, command.command());
  }

  /** What a command says in one line. */
  static String say(String... command) throws IOException {
    Process process = new ProcessBuilder(command).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    await(process, List.of(command));
    return said.strip();
  }

  private static void await(Process process, List<String> command) throws IOException {
    try {
      if (process.waitFor() != 0) {
        throw new IOException(command + " failed");
      }
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
