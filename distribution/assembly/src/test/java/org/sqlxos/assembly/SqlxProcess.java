package org.sqlxos.assembly;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The {@code sqlx} command as a process of its own; what it prints goes to a file. */
record SqlxProcess(Process process, Path file) {

  static SqlxProcess start(Path folder, String... arguments) throws IOException {
    Path output = Files.createTempFile(folder, "output", ".txt");
    List<String> command = new ArrayList<>();
    // A build in the background ignores SIGINT, and a JVM keeps to what it inherits.
    command.addAll(List.of("env", "--default-signal=INT"));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("--sun-misc-unsafe-memory-access=allow");
    // As the script starts what is not meant to run for long.
    command.add("-XX:+UseSerialGC");
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-Dsqlx.home=" + Product.HOME.toAbsolutePath());
    command.add("-cp");
    command.add(Product.HOME.toAbsolutePath().resolve("lib") + "/*");
    command.add("org.sqlxos.launcher.Sqlx");
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    return new SqlxProcess(process, output);
  }

  String output() {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
