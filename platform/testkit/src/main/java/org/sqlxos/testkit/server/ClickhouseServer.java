package org.sqlxos.testkit.server;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.sqlxos.testkit.await.Await;

/**
 * A ClickHouse server of a test's own, as Debian's package {@code clickhouse-server} has it: it
 * starts within a second. It keeps its data in a temporary folder and listens on 127.0.0.1 only,
 * for a user {@code tester} with a password.
 */
public final class ClickhouseServer implements AutoCloseable {

  /** Has what makes trouble in a header, a URL and a literal. */
  public static final String PASSWORD = "s3 cr%et:'ü";

  private static final Path PROGRAM = Path.of("/usr/sbin/clickhouse-server");
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final Path directory;
  private final int port;
  private final int nativePort;
  private Process process;

  private ClickhouseServer(Path directory, int port, int nativePort) throws IOException {
    this.directory = directory;
    this.port = port;
    this.nativePort = nativePort;
    this.process = run();
  }

  /**
   * Starts one with the database {@code shop}.
   *
   * @throws org.opentest4j.TestAbortedException if the machine has no such server
   * @throws AssertionError the same, with {@code CI=true} in the environment
   */
  public static ClickhouseServer start() throws IOException {
    if (!Files.isExecutable(PROGRAM)) {
      throw UnavailableServerRule.ofThisEnvironment()
          .toThrow(
              new ServerUnavailableException(
                  "%s is missing (Debian package clickhouse-server)".formatted(PROGRAM)));
    }
    Path directory = Files.createTempDirectory("sqlxos-clickhouse");
    int port = freePort();
    int nativePort = freePort();
    Files.writeString(directory.resolve("config.xml"), configuration(directory, port, nativePort));
    Files.writeString(directory.resolve("users.xml"), users());
    ClickhouseServer server = new ClickhouseServer(directory, port, nativePort);
    server.awaitListening();
    server.run("CREATE DATABASE shop", "default");
    return server;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static String configuration(Path directory, int port, int nativePort) {
    return """
    <yandex>
      <logger><level>warning</level><console>1</console></logger>
      <http_port>%2$d</http_port><tcp_port>%3$d</tcp_port><listen_host>127.0.0.1</listen_host>
      <path>%1$s/data/</path><tmp_path>%1$s/tmp/</tmp_path>
      <user_files_path>%1$s/files/</user_files_path>
      <format_schema_path>%1$s/schemas/</format_schema_path>
      <users_config>users.xml</users_config><default_profile>default</default_profile>
      <default_database>default</default_database><mark_cache_size>5368709</mark_cache_size>
      <timezone>UTC</timezone><keep_alive_timeout>10</keep_alive_timeout>
    </yandex>
    """
        .formatted(directory, port, nativePort);
  }

  private static String users() {
    String user =
        "<password>%s</password><networks><ip>127.0.0.1</ip></networks>"
            + "<profile>default</profile><quota>default</quota>";
    return ("<yandex><profiles><default/></profiles><quotas><default/></quotas><users><default>"
            + user
            + "</default><tester>"
            + user
            + "</tester></users></yandex>")
        .formatted("", PASSWORD);
  }

  private Process run() throws IOException {
    File log = new File(directory.toFile(), "log");
    Process started =
        new ProcessBuilder(List.of(PROGRAM.toString(), "--config-file=config.xml"))
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
    return started;
  }

  private void awaitListening() {
    Await.until("the server to listen", LIMIT, this::listens);
  }

  private boolean listens() {
    if (!process.isAlive()) {
      throw new AssertionError("The server ended; see " + directory.resolve("log"));
    }
    try {
      return run("SELECT 1", "default").equals("1\n");
    } catch (IOException e) {
      return false;
    }
  }

  /** Runs a statement by the server's own interface, and gives what it answers, as it is. */
  public String run(String statement) throws IOException {
    return run(statement, "shop");
  }

  private String run(String statement, String database) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:%d/?database=%s".formatted(port, database)))
            .version(HttpClient.Version.HTTP_1_1)
            .POST(HttpRequest.BodyPublishers.ofString(statement))
            .build();
    try {
      HttpResponse<String> answer = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new AssertionError(statement + ": " + answer.body());
      }
      return answer.body();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  public int port() {
    return port;
  }

  /** Where it speaks its other protocol. */
  public int nativePort() {
    return nativePort;
  }

  /** The URL of the database {@code shop}, with the user that has a password. */
  public String url() {
    return "clickhouse://tester:s3%%20cr%%25et%%3A%%27%%C3%%BC@127.0.0.1:%d/shop".formatted(port);
  }

  /** Ends it at once, as a crash would. */
  public void kill() throws IOException {
    process.destroyForcibly();
    await(process);
  }

  /** Starts it again with its data. */
  public void startAgain() throws IOException {
    process = run();
    awaitListening();
  }

  private static void await(Process ended) throws IOException {
    try {
      ended.waitFor(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly();
    await(process);
    FileTree.delete(directory);
  }
}
