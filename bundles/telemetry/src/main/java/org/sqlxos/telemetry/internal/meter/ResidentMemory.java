package org.sqlxos.telemetry.internal.meter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * The memory that the process occupies in RAM, from Linux' {@code /proc/self/status} (its {@code
 * statm} counts in pages, whose size Java does not tell). Elsewhere it is unknown.
 */
final class ResidentMemory {

  private static final String LABEL = "VmRSS:";

  private final Path status;

  ResidentMemory(Path status) {
    this.status = status;
  }

  OptionalLong bytes() {
    try (Stream<String> lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith(LABEL))
          .mapToLong(
              line -> Long.parseLong(line.substring(LABEL.length()).replace("kB", "").strip()))
          .map(kibibytes -> kibibytes * 1024)
          .findFirst();
    } catch (IOException | UncheckedIOException | NumberFormatException e) {
      return OptionalLong.empty();
    }
  }
}
