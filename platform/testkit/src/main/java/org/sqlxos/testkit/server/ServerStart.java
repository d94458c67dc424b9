package org.sqlxos.testkit.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.sqlxos.testkit.await.Await;

/** One start of a server: unpack, initialise, start by a {@link Keeper}, wait for a login. */
record ServerStart(DatabaseServer kind, BuildDirectory directory) {

  private static final Duration INITIALISE_LIMIT = Duration.ofMinutes(2);
  private static final Duration START_LIMIT = Duration.ofMinutes(2);
  private static final int ATTEMPTS_FOR_A_PORT = 3;
  private static final int SHOWN_LOG_LINES = 15;

  /** How far the server has come. */
  private sealed interface Progress {

    record Starting(String answer) implements Progress {}

    record Ready() implements Progress {}

    record Ended() implements Progress {}
  }

  RunningServer run() throws IOException, ServerUnavailableException {
    for (int attempt = 1; ; attempt++) {
      Layout layout = directory.newServer(kind);
      try {
        return attempt(layout);
      } catch (IOException | ServerUnavailableException failure) {
        deleteAfter(failure, layout);
        // Between the choice of a free port and its use somebody else can take it.
        if (attempt == ATTEMPTS_FOR_A_PORT || !log(layout).contains("Address already in use")) {
          throw failure;
        }
      }
    }
  }

  private static void deleteAfter(Exception failure, Layout layout) {
    try {
      FileTree.delete(layout.directory());
    } catch (IOException left) {
      failure.addSuppressed(left);
    }
  }

  private RunningServer attempt(Layout layout) throws IOException, ServerUnavailableException {
    Recipe recipe = kind.recipe();
    Login administrator = Login.withRandomPassword("sqlxos_administrator");
    if (recipe.archive().isPresent()) {
      new Unpacking(recipe.archive().get(), layout.home()).run();
    }
    Machine.requireLibraries(recipe.executable(layout));
    ServerCertificate.make(layout);
    initialise(layout, administrator);
    int port = freePort();
    Process keeper = startKeeper(layout, recipe.start(layout, port));
    return awaitLogin(layout, keeper, port, administrator);
  }

  private void initialise(Layout layout, Login administrator)
      throws IOException, ServerUnavailableException {
    Process process =
        new ProcessBuilder(kind.recipe().initialise(layout, administrator))
            .directory(layout.run().toFile())
            .redirectErrorStream(true)
            .redirectOutput(layout.log().toFile())
            .start();
    try {
      if (!process.waitFor(INITIALISE_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw unavailable("was not initialised within " + INITIALISE_LIMIT, layout);
      }
    } catch (InterruptedException interrupted) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw unavailable("was interrupted while it was initialised", layout);
    }
    if (process.exitValue() != 0) {
      throw unavailable(
          "could not be initialised, its program ended with " + process.exitValue(), layout);
    }
  }

  private Process startKeeper(Layout layout, List<String> server) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx16m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-cp", keeperClassPath(layout).toString(), Keeper.class.getName()));
    command.addAll(List.of(layout.directory().toString(), directory.build().toString()));
    command.addAll(server);
    // No stream of this JVM is inherited: surefire waits for the end of a fork's output.
    return new ProcessBuilder(command)
        .directory(directory.path().toFile())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(layout.log().toFile()))
        .start();
  }

  private RunningServer awaitLogin(Layout layout, Process keeper, int port, Login administrator)
      throws IOException, ServerUnavailableException {
    LinuxProcess keeperProcess = LinuxProcess.of(keeper.pid()).orElse(new LinuxProcess(0, 0));
    Progress progress;
    try {
      progress =
          Await.until(
              kind.title() + " to accept a login",
              START_LIMIT,
              () -> progress(layout, keeper, port, administrator),
              state -> !(state instanceof Progress.Starting));
    } catch (AssertionError late) {
      keeper.destroy();
      throw unavailable("did not start: " + late.getMessage(), layout);
    }
    return switch (progress) {
      case Progress.Starting starting -> throw new IllegalStateException(starting.toString());
      case Progress.Ended() -> throw unavailable("ended while it was starting", layout);
      case Progress.Ready() ->
          new RunningServer(
              kind,
              layout,
              new RunningServer.Processes(
                  LinuxProcess.parse(Files.readString(layout.serverProcess())), keeperProcess),
              port,
              administrator);
    };
  }

  private Progress progress(Layout layout, Process keeper, int port, Login administrator) {
    if (!keeper.isAlive()) {
      return new Progress.Ended();
    }
    if (!Files.exists(layout.serverProcess())) {
      return new Progress.Starting("its keeper has not said which process it is");
    }
    try {
      return kind.recipe().administration().accepts(port, administrator)
          ? new Progress.Ready()
          : new Progress.Starting("not valid");
    } catch (SQLException refused) {
      return new Progress.Starting(String.valueOf(refused.getMessage()));
    }
  }

  private ServerUnavailableException unavailable(String what, Layout layout) throws IOException {
    List<String> lines = log(layout).lines().toList();
    return new ServerUnavailableException(
        lines.stream()
            .skip(Math.max(0, lines.size() - SHOWN_LOG_LINES))
            .collect(Collectors.joining("\n", kind.title() + " " + what + "\n", "")));
  }

  private static String log(Layout layout) throws IOException {
    return Files.exists(layout.log()) ? Files.readString(layout.log()) : "";
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** The folder this class comes from, or a copy of the jar, which another build may replace. */
  private static Path keeperClassPath(Layout layout) throws IOException {
    try {
      Path own = Path.of(Keeper.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return Files.isDirectory(own)
          ? own
          : Files.copy(own, layout.directory().resolve("keeper.jar"));
    } catch (URISyntaxException e) {
      throw new IOException(e);
    }
  }
}
