package org.sqlxos.benchmarks.wire.work;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Callers that wait: each a virtual thread. */
public final class BlockingWork implements Work {

  private final Operation operation;
  private final AutoCloseable resource;

  /** Something that takes a while and is checked by whoever does it. */
  @FunctionalInterface
  public interface Operation {
    void run() throws Exception;
  }

  /**
   * @param resource closed with the work
   */
  public BlockingWork(AutoCloseable resource, Operation operation) {
    this.resource = resource;
    this.operation = operation;
  }

  @Override
  public long repeat(int callers, Duration time) throws Exception {
    long end = System.nanoTime() + time.toNanos();
    List<Future<Long>> running = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int caller = 0; caller < callers; caller++) {
        running.add(threads.submit(() -> repeat(end)));
      }
    }
    long count = 0;
    for (Future<Long> caller : running) {
      count += result(caller);
    }
    return count;
  }

  private long repeat(long end) throws Exception {
    long count = 0;
    do {
      operation.run();
      count++;
    } while (System.nanoTime() < end);
    return count;
  }

  private static long result(Future<Long> caller) throws Exception {
    try {
      return caller.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }

  @Override
  public void close() throws Exception {
    resource.close();
  }
}
