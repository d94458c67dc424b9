package org.sqlxos.testkit.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.sqlxos.testkit.await.Await;

/**
 * A process, told apart from a later one with the same number by the kernel's time of its start.
 * Read from {@code /proc/PID/stat}, see proc(5): unlike {@link ProcessHandle} this needs no wall
 * clock, and knows a zombie for dead.
 *
 * @param startTicks field 22, in clock ticks since the machine's start
 */
record LinuxProcess(long pid, long startTicks) {

  private static final Duration KILL_LIMIT = Duration.ofSeconds(10);

  /** The process with that number, unless there is none or it has ended. */
  static Optional<LinuxProcess> of(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
      // The name, field 2, stands in parentheses and may hold blanks and parentheses itself.
      String[] fromState = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
      boolean ended = fromState[0].equals("Z") || fromState[0].equals("X");
      return ended
          ? Optional.empty()
          : Optional.of(new LinuxProcess(pid, Long.parseLong(fromState[19])));
    } catch (IOException noSuchProcess) {
      return Optional.empty();
    }
  }

  /** The process of this JVM. */
  static LinuxProcess current() {
    return of(ProcessHandle.current().pid()).orElseThrow();
  }

  /** Reads what {@link #toString} wrote. */
  static LinuxProcess parse(String text) {
    String[] parts = text.strip().split("-", 2);
    return new LinuxProcess(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
  }

  boolean isAlive() {
    return of(pid).filter(this::equals).isPresent();
  }

  /** Kills the process if it is still this one, and waits for its end. */
  void kill() {
    if (isAlive()) {
      ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
      Await.until("process " + pid + " to die", KILL_LIMIT, () -> !isAlive());
    }
  }

  @Override
  public String toString() {
    return pid + "-" + startTicks;
  }
}
