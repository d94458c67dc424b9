package org.sqlxos.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.opentest4j.TestAbortedException;

/**
 * A program of the machine that a test needs. Where it is missing, the test is skipped with the
 * reason; in continuous integration ({@code CI=true}) it fails, for a test that is always skipped
 * tests nothing.
 */
record Program(Path file) {

  private static final Duration LIMIT = Duration.ofSeconds(60);

  /** The first of these names that the search path has. */
  static Program require(String... names) {
    for (String name : names) {
      for (String folder : System.getenv("PATH").split(File.pathSeparator)) {
        Path file = Path.of(folder, name);
        if (Files.isExecutable(file)) {
          return new Program(file);
        }
      }
    }
    String reason = "this machine has no " + String.join(" or ", names);
    if ("true".equalsIgnoreCase(System.getenv("CI"))) {
      fail(reason);
    }
    throw new TestAbortedException(reason);
  }

  /** Runs it to its end, which has to be a good one; gives what it wrote. */
  String run(Path folder, String input, List<String> arguments) throws Exception {
    Path output = Files.createTempFile(folder, "output", ".txt");
    Path errors = Files.createTempFile(folder, "errors", ".txt");
    List<String> command = new ArrayList<>(List.of(file.toString()));
    command.addAll(arguments);
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(output.toFile())
            .redirectError(errors.toFile())
            .start();
    try {
      feed(process, input);
      if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        fail(file + " does not end: " + Files.readString(errors));
      }
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    assertEquals(0, process.exitValue(), () -> text(errors));
    return text(output);
  }

  private static void feed(Process process, String input) throws IOException {
    process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().close();
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new AssertionError("what the program wrote", e);
    }
  }
}
