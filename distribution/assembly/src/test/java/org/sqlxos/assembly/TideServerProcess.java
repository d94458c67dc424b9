package org.sqlxos.assembly;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The server of the guide to wire packs, started as the guide says, on a free port. */
record TideServerProcess(Process process, int port) implements AutoCloseable {

  static final Path GUIDE = Path.of("../../docs/guides/tide").toAbsolutePath().normalize();

  private static final String LISTENS = "tide listens on 127.0.0.1:";

  static TideServerProcess start() throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                Product.HOME.toAbsolutePath() + "/bundles/40-packs/*",
                GUIDE.resolve("TideServer.java").toString(),
                "0")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String line =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))
            .readLine();
    if (line == null || !line.startsWith(LISTENS)) {
      process.destroyForcibly();
      throw new AssertionError("the server does not start: " + line);
    }
    return new TideServerProcess(process, Integer.parseInt(line.substring(LISTENS.length())));
  }

  String url() {
    return "tide://harbour:low%20water@127.0.0.1:" + port + "/shore";
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
