package org.sqlxos.benchmarks.rest.peer;

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
import java.util.concurrent.TimeUnit;
import org.sqlxos.benchmarks.rest.work.Case;
import org.sqlxos.benchmarks.rest.work.Request;
import org.sqlxos.testkit.await.Await;
import org.sqlxos.testkit.server.TestDatabase;

/** A contender's process, which serves. */
public final class Peer implements AutoCloseable {

  private static final Duration START_LIMIT = Duration.ofSeconds(60);
  private static final int END_LIMIT_SECONDS = 20;

  private final Contender contender;
  private final Process process;
  private final int port;
  private final Path log;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private String lastAnswer = "no answer";

  private Peer(Contender contender, Process process, int port, Path log) {
    this.contender = contender;
    this.process = process;
    this.port = port;
    this.log = log;
  }

  /**
   * Starts it, and waits until it serves.
   *
   * @param folder where it may keep files
   */
  public static Peer start(Contender contender, TestDatabase database, Path folder)
      throws IOException {
    Path own = Files.createDirectory(folder.resolve(contender.key()));
    Path log = own.resolve("log");
    int port = freePort();
    Process process =
        contender
            .program()
            .command(database, port, own)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    // It must not outlive a harness that is interrupted.
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    Peer peer = new Peer(contender, process, port, log);
    try {
      Await.until(contender.key() + " to serve", START_LIMIT, peer::serves);
      return peer;
    } catch (RuntimeException | Error failed) {
      peer.close();
      throw new IOException(
          "%s does not serve; %s:%n%s"
              .formatted(contender.key(), peer.lastAnswer, Files.readString(log)),
          failed);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private boolean serves() {
    if (!process.isAlive()) {
      throw new IllegalStateException("it has ended with " + process.exitValue());
    }
    try {
      Request first = contender.routes().request(Case.KEY, 0).orElseThrow();
      HttpResponse<String> answer = send(first);
      lastAnswer = "%d: %s".formatted(answer.statusCode(), answer.body());
      return answer.statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  /** Sends one request, and waits for the whole answer. */
  public HttpResponse<String> send(Request request) throws IOException {
    HttpRequest.BodyPublisher body =
        request.body().isEmpty()
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(request.body());
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(URI.create(url() + request.path().replace("*", "%2A")))
            .timeout(START_LIMIT)
            .method(request.method(), body);
    if (!request.body().isEmpty()) {
      builder.header("Content-Type", "application/json");
    }
    try {
      return client.send(builder.build(), HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  public Contender contender() {
    return contender;
  }

  /** Without a path. */
  public String url() {
    return "http://127.0.0.1:" + port;
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** What it has written to its output; its failures are there. */
  public Path log() {
    return log;
  }

  /**
   * Memory of its process in MiB, as Linux tells it.
   *
   * @param field {@code VmRSS} for now, {@code VmHWM} for the most it ever was
   */
  public long memory(String field) throws IOException {
    return Files.readAllLines(Path.of("/proc", String.valueOf(process.pid()), "status")).stream()
        .filter(line -> line.startsWith(field + ":"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElse(0);
  }

  @Override
  public void close() {
    client.close();
    process.destroy();
    try {
      if (!process.waitFor(END_LIMIT_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
