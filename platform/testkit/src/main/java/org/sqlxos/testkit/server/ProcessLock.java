package org.sqlxos.testkit.server;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Excludes the other threads of this JVM and all other processes, by a lock on a file. */
final class ProcessLock implements AutoCloseable {

  /** Longer than the slowest start of a server on a busy machine. */
  private static final Duration LIMIT = Duration.ofMinutes(5);

  private static final long PAUSE_NANOS = Duration.ofMillis(50).toNanos();

  private final FileChannel channel;

  private ProcessLock(FileChannel channel) {
    this.channel = channel;
  }

  static ProcessLock take(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      await(channel, file);
      return new ProcessLock(channel);
    } catch (IOException | RuntimeException failure) {
      channel.close();
      throw failure;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private static void await(FileChannel channel, Path file) throws IOException {
    long start = System.nanoTime();
    while (tryLock(channel) == null) {
      if (System.nanoTime() - start > LIMIT.toNanos()) {
        throw new IOException("%s is locked since %s".formatted(file, LIMIT));
      }
      if (Thread.currentThread().isInterrupted()) {
        throw new IOException("Interrupted while waiting for the lock " + file);
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException heldInThisJvm) {
      return null;
    }
  }
}
