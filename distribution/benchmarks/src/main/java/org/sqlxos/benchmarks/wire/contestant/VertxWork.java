package org.sqlxos.benchmarks.wire.contestant;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.SqlClient;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.sqlxos.benchmarks.wire.work.Work;

/** Callers that are called back: each begins its next operation when the last one has ended. */
final class VertxWork<C extends SqlClient> implements Work {

  private static final long LIMIT_SECONDS = 60;

  private final List<EventLoop<C>> loops;
  private final Function<C, Future<?>> operation;

  VertxWork(List<EventLoop<C>> loops, Function<C, Future<?>> operation) {
    this.loops = loops;
    this.operation = operation;
  }

  /** Runs this client's loops; each opens its client there. */
  static <C> void deploy(Vertx vertx, List<EventLoop<C>> loops) throws Exception {
    for (EventLoop<C> loop : loops) {
      await(vertx.deployVerticle(loop));
    }
  }

  @Override
  public long repeat(int callers, Duration time) throws Exception {
    long end = System.nanoTime() + time.toNanos();
    CompletableFuture<?>[] running = new CompletableFuture<?>[callers];
    Caller<?>[] started = new Caller<?>[callers];
    for (int i = 0; i < callers; i++) {
      EventLoop<C> loop = loops.get(i % loops.size());
      Caller<C> caller = new Caller<>(loop.client(), operation, end);
      started[i] = caller;
      running[i] = caller.ended;
      loop.loop().runOnContext(start -> caller.next());
    }
    CompletableFuture.allOf(running).get(LIMIT_SECONDS, TimeUnit.SECONDS);
    long count = 0;
    for (Caller<?> caller : started) {
      count += caller.count;
    }
    return count;
  }

  /** One caller; it lives on its event loop. */
  private static final class Caller<C> {

    private final C client;
    private final Function<C, Future<?>> operation;
    private final long end;
    private final CompletableFuture<Boolean> ended = new CompletableFuture<>();
    private long count;

    Caller(C client, Function<C, Future<?>> operation, long end) {
      this.client = client;
      this.operation = operation;
      this.end = end;
    }

    void next() {
      operation
          .apply(client)
          .onFailure(ended::completeExceptionally)
          .onSuccess(
              done -> {
                count++;
                if (System.nanoTime() < end) {
                  next();
                } else {
                  ended.complete(true);
                }
              });
    }
  }

  static <T> T await(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(LIMIT_SECONDS, TimeUnit.SECONDS);
  }

  @Override
  public void close() throws Exception {
    for (EventLoop<C> loop : loops) {
      await(loop.client().close());
    }
  }
}
