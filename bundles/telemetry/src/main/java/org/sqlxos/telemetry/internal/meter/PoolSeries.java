package org.sqlxos.telemetry.internal.meter;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import org.sqlxos.wirepack.api.PoolState;

/** The meters of one pool. */
record PoolSeries(MeterRegistry registry, NamedPool pool, Tags tags) {

  List<Meter> register() {
    return List.of(
        gauge("connections.max", PoolState::max),
        gauge("connections.open", PoolState::open),
        gauge("connections.busy", PoolState::busy),
        gauge("connections.slow", PoolState::slow),
        gauge("connections.opening", PoolState::opening),
        gauge("waiting", PoolState::waiting),
        counter("lent", PoolState.Counts::lent),
        counter("timeouts", PoolState.Counts::timedOut),
        counter("refused", PoolState.Counts::refused),
        counter("lost", PoolState.Counts::lost),
        counter("retired", PoolState.Counts::retired),
        counter("retried", PoolState.Counts::retried),
        counter("unknown", PoolState.Counts::unknown),
        counter("leaked", PoolState.Counts::leaked),
        timer("wait", PoolState.Counts::waited, PoolState.Counts::waitedNanos),
        timer("open", PoolState.Counts::opened, PoolState.Counts::openingNanos));
  }

  private Meter gauge(String name, ToDoubleFunction<PoolState> value) {
    return Gauge.builder("sqlx.pool." + name, pool, each -> value.applyAsDouble(each.state()))
        .tags(tags)
        .register(registry);
  }

  private Meter counter(String name, ToDoubleFunction<PoolState.Counts> value) {
    return FunctionCounter.builder(
            "sqlx.pool." + name, pool, each -> value.applyAsDouble(each.counts()))
        .tags(tags)
        .register(registry);
  }

  private Meter timer(
      String name,
      ToLongFunction<PoolState.Counts> count,
      ToDoubleFunction<PoolState.Counts> nanos) {
    return FunctionTimer.builder(
            "sqlx.pool." + name,
            pool,
            each -> count.applyAsLong(each.counts()),
            each -> nanos.applyAsDouble(each.counts()),
            TimeUnit.NANOSECONDS)
        .tags(tags)
        .register(registry);
  }
}
