package org.sqlxos.testkit.server;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the process whose life is that of the build. For a fork of surefire or failsafe it is the
 * Maven JVM, found as the nearest {@code java} above the fork, for a shell stands between them;
 * everywhere else, in an IDE for instance, it is the JVM with the tests. Forks of the same build so
 * find the same process without being told.
 */
final class BuildProcess {

  /** Number of the process to take instead, for a JVM that a test starts itself. */
  static final String PID_PROPERTY = "sqlxos.testkit.build";

  /** Surefire and failsafe set it in each JVM they fork. */
  private static final String FORK_PROPERTY = "surefire.test.class.path";

  private BuildProcess() {}

  static LinuxProcess find() {
    String pid = System.getProperty(PID_PROPERTY);
    if (pid != null) {
      return LinuxProcess.of(Long.parseLong(pid))
          .orElseThrow(
              () -> new IllegalStateException(PID_PROPERTY + "=" + pid + ": no such process"));
    }
    if (System.getProperty(FORK_PROPERTY) == null) {
      return LinuxProcess.current();
    }
    return nearestJava(ProcessHandle.current().parent())
        .flatMap(handle -> LinuxProcess.of(handle.pid()))
        .orElseGet(LinuxProcess::current);
  }

  private static Optional<ProcessHandle> nearestJava(Optional<ProcessHandle> start) {
    Optional<ProcessHandle> candidate = start;
    while (candidate.isPresent() && !isJava(candidate.get().info().command().orElse(null))) {
      candidate = candidate.get().parent();
    }
    return candidate;
  }

  private static boolean isJava(@Nullable String command) {
    return command != null && Path.of(command).endsWith("java");
  }
}
