package org.sqlxos.testkit.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The servers of one build: gives the one that runs, or starts it. Whoever asks at the same time,
 * on another thread or in another JVM, waits and gets the same.
 */
final class BuildServers {

  /** Folder for the folders of all builds, if it shall not be in {@code java.io.tmpdir}. */
  static final String DIRECTORY_PROPERTY = "sqlxos.testkit.directory";

  private static @Nullable BuildServers ofThisBuild;

  private final BuildDirectory directory;

  /** A start that failed is not tried again for each test class: it takes seconds. */
  private final Map<DatabaseServer, ServerUnavailableException> failures =
      new ConcurrentHashMap<>();

  BuildServers(BuildDirectory directory) {
    this.directory = directory;
  }

  /** The servers of the build this JVM belongs to. */
  static synchronized BuildServers ofThisBuild() throws ServerUnavailableException {
    BuildServers servers = ofThisBuild;
    if (servers == null) {
      servers = open();
      ofThisBuild = servers;
    }
    return servers;
  }

  /**
   * Gives the running server.
   *
   * @throws ServerUnavailableException with the reason why there is none
   */
  RunningServer obtain(DatabaseServer kind) throws ServerUnavailableException {
    ServerUnavailableException failure = failures.get(kind);
    if (failure != null) {
      throw failure;
    }
    try (ProcessLock _ = ProcessLock.take(directory.lock(kind))) {
      return runningOrStarted(kind);
    } catch (IOException e) {
      throw remembered(
          kind, new ServerUnavailableException(kind.title() + " cannot be started: " + e, e));
    } catch (ServerUnavailableException e) {
      throw remembered(kind, e);
    }
  }

  private RunningServer runningOrStarted(DatabaseServer kind)
      throws IOException, ServerUnavailableException {
    Optional<RunningServer> recorded = RunningServer.read(kind, directory.record(kind));
    if (recorded.isPresent()) {
      if (recorded.get().isUsable()) {
        return recorded.get();
      }
      recorded.get().abandon();
    }
    RunningServer started = new ServerStart(kind, directory).run();
    started.write(directory.record(kind));
    return started;
  }

  private ServerUnavailableException remembered(
      DatabaseServer kind, ServerUnavailableException failure) {
    failures.put(kind, failure);
    return failure;
  }

  private static BuildServers open() throws ServerUnavailableException {
    Machine.requireLinuxOnAmd64();
    String base = System.getProperty(DIRECTORY_PROPERTY);
    Path path =
        base == null
            ? Path.of(
                System.getProperty("java.io.tmpdir"),
                "sqlxos-testkit-" + System.getProperty("user.name"))
            : Path.of(base);
    try {
      return new BuildServers(BuildDirectory.open(path.toAbsolutePath(), BuildProcess.find()));
    } catch (IOException e) {
      throw new ServerUnavailableException("The servers have no folder: " + e, e);
    }
  }
}
