package org.sqlxos.telemetry.internal.meter;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** The meters of one database; those of a kind appear with its first operation. */
final class DatabaseMeters {

  private final MeterRegistry registry;
  private final String database;
  private final LongAdder inFlight = new LongAdder();
  private final AtomicReferenceArray<@Nullable OperationMeters> kinds =
      new AtomicReferenceArray<>(OperationKind.values().length);

  DatabaseMeters(MeterRegistry registry, String database) {
    this.registry = registry;
    this.database = database;
    Gauge.builder("sqlx.operations.in.flight", inFlight, LongAdder::sum)
        .description("Operations that have begun and not ended")
        .tag("database", database)
        .register(registry);
  }

  OperationMeters of(OperationKind kind) {
    OperationMeters meters = kinds.get(kind.ordinal());
    return meters != null ? meters : create(kind);
  }

  private OperationMeters create(OperationKind kind) {
    // Two threads may come here at once; the registry gives both the same meters.
    OperationMeters created = new OperationMeters(registry, database, kind.label, inFlight);
    kinds.compareAndSet(kind.ordinal(), null, created);
    OperationMeters kept = kinds.get(kind.ordinal());
    return kept != null ? kept : created;
  }
}
