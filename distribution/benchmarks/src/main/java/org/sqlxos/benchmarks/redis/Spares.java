package org.sqlxos.benchmarks.redis;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What callers take for themselves and give back. */
final class Spares<T> {

  private final ConcurrentLinkedQueue<T> free = new ConcurrentLinkedQueue<>();
  private final Supplier<T> more;

  Spares(Supplier<T> more) {
    this.more = more;
  }

  T take() {
    @Nullable T spare = free.poll();
    return spare == null ? more.get() : spare;
  }

  void giveBack(T one) {
    free.add(one);
  }
}
