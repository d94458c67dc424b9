package org.sqlxos.testkit.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Main class of the small process that owns a server: starts it as its child, waits until the build
 * or the server has ended, stops the server and removes its files. It is a process of its own for a
 * server outlives the JVM that asked for it, and a child for only its own children does it stop.
 *
 * <p>Needs nothing but the JDK and this package on its class path.
 */
final class Keeper {

  private static final long BUILD_POLL_MILLIS = 250;
  private static final long STOP_LIMIT_SECONDS = 5;

  private Keeper() {}

  /**
   * Runs until the build has ended.
   *
   * @param arguments the server's directory, the build's process, then the server's command line
   */
  static void main(String... arguments) throws IOException, InterruptedException {
    Layout layout = new Layout(Path.of(arguments[0]));
    LinuxProcess build = LinuxProcess.parse(arguments[1]);
    List<String> command = List.of(arguments).subList(2, arguments.length);
    Process server =
        new ProcessBuilder(command)
            .directory(layout.run().toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(layout.log().toFile()))
            .start();
    // In a hook, so that it also happens when Ctrl-C in a terminal ends the keeper with the build.
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(server, layout)));
    publish(server, layout);
    while (build.isAlive() && !server.waitFor(BUILD_POLL_MILLIS, TimeUnit.MILLISECONDS)) {
      // The wait is the condition.
    }
  }

  private static void publish(Process server, Layout layout) throws IOException {
    LinuxProcess process = LinuxProcess.of(server.pid()).orElse(new LinuxProcess(server.pid(), 0));
    AtomicText.write(layout.serverProcess(), process.toString());
  }

  private static void end(Process server, Layout layout) {
    try {
      server.destroy();
      if (!server.waitFor(STOP_LIMIT_SECONDS, TimeUnit.SECONDS)) {
        server.destroyForcibly().waitFor();
      }
      FileTree.delete(layout.directory());
      BuildDirectory.deleteIfUnused(layout.buildDirectory());
    } catch (IOException | InterruptedException left) {
      // What is left of the files is removed by the next build.
      System.err.println("Not everything was removed: " + left);
    }
  }
}
