package org.sqlxos.benchmarks.wire.contestant;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An event loop with a client of its own, as a verticle has it: the callers, the client and its
 * connections run on one thread and nothing is handed over between threads.
 */
final class EventLoop<C> extends VerticleBase {

  private final Supplier<Future<C>> opening;
  private @Nullable C client;

  EventLoop(Supplier<Future<C>> opening) {
    this.opening = opening;
  }

  @Override
  public Future<?> start() {
    return opening.get().onSuccess(opened -> client = opened);
  }

  C client() {
    return Objects.requireNonNull(client, "not deployed");
  }

  Context loop() {
    return context;
  }
}
