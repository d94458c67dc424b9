package org.sqlxos.testkit.server;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.sqlxos.testkit.await.Await;

/**
 * A Redis server of a test's own, as Debian's package {@code redis-server} has it: it starts within
 * a tenth of a second, so none is shared. It keeps nothing on disk and listens on 127.0.0.1 only.
 */
public final class RedisServer implements AutoCloseable {

  private static final Path PROGRAM = Path.of("/usr/bin/redis-server");
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private final Process process;
  private final Path directory;
  private final int port;

  private RedisServer(Process process, Path directory, int port) {
    this.process = process;
    this.directory = directory;
    this.port = port;
  }

  /**
   * Starts one.
   *
   * @param options of the command line, besides those that a test always needs
   * @throws org.opentest4j.TestAbortedException if the machine has no such server
   * @throws AssertionError the same, with {@code CI=true} in the environment
   */
  public static RedisServer start(String... options) throws IOException {
    if (!Files.isExecutable(PROGRAM)) {
      throw UnavailableServerRule.ofThisEnvironment()
          .toThrow(
              new ServerUnavailableException(
                  "%s is missing (Debian package redis-server)".formatted(PROGRAM)));
    }
    Path directory = Files.createTempDirectory("sqlxos-redis");
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    List<String> command = new ArrayList<>(List.of(PROGRAM.toString(), "--bind", "127.0.0.1"));
    if (!List.of(options).contains("--tls-port")) {
      command.addAll(List.of("--port", Integer.toString(port)));
    }
    command.addAll(List.of("--save", "", "--appendonly", "no", "--dir", directory.toString()));
    for (String option : options) {
      command.add(option.replace("{port}", Integer.toString(port)));
    }
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(new File(directory.toFile(), "log"))
            .start();
    RedisServer server = new RedisServer(process, directory, port);
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    Await.until("the server to listen", LIMIT, server::listens);
    return server;
  }

  private boolean listens() {
    if (!process.isAlive()) {
      throw new AssertionError("The server ended: " + log());
    }
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private String log() {
    try {
      return Files.readString(directory.resolve("log"), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return e.toString();
    }
  }

  public int port() {
    return port;
  }

  /** The URL of its first database, without user and password. */
  public String url() {
    return "redis://127.0.0.1:" + port;
  }

  /** Where its files may lie. */
  public Path directory() {
    return directory;
  }

  /** Ends it at once, as a crash would. */
  public void kill() {
    process.destroyForcibly();
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly();
    try {
      process.waitFor(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    FileTree.delete(directory);
  }
}
