package org.sqlxos.telemetry.internal.meter;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * The meters of one kind of operation on one database. Made once and kept: a look-up in the
 * registry would build tags for every operation.
 */
final class OperationMeters {

  private static final String OK = "ok";
  private static final Duration[] BUCKETS = {
    Duration.ofNanos(500_000),
    Duration.ofMillis(1),
    Duration.ofNanos(2_500_000),
    Duration.ofMillis(5),
    Duration.ofMillis(10),
    Duration.ofMillis(25),
    Duration.ofMillis(50),
    Duration.ofMillis(100),
    Duration.ofMillis(250),
    Duration.ofMillis(500),
    Duration.ofSeconds(1),
    Duration.ofMillis(2_500),
    Duration.ofSeconds(5),
    Duration.ofSeconds(10)
  };

  private final MeterRegistry registry;
  private final String database;
  private final String kind;
  private final LongAdder inFlight;
  private final Timer succeeded;
  private final Counter rows;
  private final ConcurrentMap<String, Timer> failed = new ConcurrentHashMap<>();

  OperationMeters(MeterRegistry registry, String database, String kind, LongAdder inFlight) {
    this.registry = registry;
    this.database = database;
    this.kind = kind;
    this.inFlight = inFlight;
    this.succeeded = timer(OK);
    this.rows =
        Counter.builder("sqlx.operation.rows")
            .description("Rows read, or changed where none were asked back")
            .tag("database", database)
            .tag("kind", kind)
            .register(registry);
  }

  void begin() {
    inFlight.increment();
  }

  void succeed(long startNanoTime, long rowCount) {
    inFlight.decrement();
    succeeded.record(System.nanoTime() - startNanoTime, TimeUnit.NANOSECONDS);
    if (rowCount > 0) {
      rows.increment(rowCount);
    }
  }

  /**
   * @param outcome the code of the problem
   */
  void fail(long startNanoTime, String outcome) {
    inFlight.decrement();
    failed
        .computeIfAbsent(outcome, this::timer)
        .record(System.nanoTime() - startNanoTime, TimeUnit.NANOSECONDS);
  }

  private Timer timer(String outcome) {
    return Timer.builder("sqlx.operations")
        .description("From entering the pipeline until the last row was read")
        .tag("database", database)
        .tag("kind", kind)
        .tag("outcome", outcome)
        .serviceLevelObjectives(BUCKETS)
        .register(registry);
  }
}
