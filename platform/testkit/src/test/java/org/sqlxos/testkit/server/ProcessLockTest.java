package org.sqlxos.testkit.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessLockTest {

  @TempDir private Path directory;

  @Test
  void letsOneThreadInAtATime() throws InterruptedException {
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    List<Thread> threads =
        IntStream.range(0, 4)
            .mapToObj(i -> Thread.ofPlatform().start(() -> enter(inside, most)))
            .toList();
    for (Thread thread : threads) {
      thread.join();
    }

    assertEquals(1, most.get());
    assertEquals(0, inside.get());
  }

  private void enter(AtomicInteger inside, AtomicInteger most) {
    try (ProcessLock _ = ProcessLock.take(directory.resolve("lock"))) {
      most.accumulateAndGet(inside.incrementAndGet(), Math::max);
      Thread.yield();
      inside.decrementAndGet();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
