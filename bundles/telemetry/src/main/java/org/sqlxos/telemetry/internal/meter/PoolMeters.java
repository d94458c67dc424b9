package org.sqlxos.telemetry.internal.meter;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.sqlxos.wirepack.api.PoolReport;
import org.sqlxos.wirepack.api.PoolState;

/**
 * The meters of the pools of all databases. They ask the pools when they are read; nothing of it
 * runs when a connection is borrowed.
 *
 * <p>While a database moves from pack to pack there are two of its name: the newer one is told of.
 */
@Component(service = PoolMeters.class, immediate = true)
public final class PoolMeters {

  private final MeterRegistry registry;

  /** By the report; guarded by this. Meters hold their pool weakly, so it is kept here as well. */
  private final Map<PoolReport, List<Meter>> meters = new HashMap<>();

  private final Map<PoolReport, List<NamedPool>> pools = new HashMap<>();

  @Activate
  public PoolMeters(@Reference NodeMeters node) {
    this.registry = node.registry();
  }

  /** A database has come. */
  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  public synchronized void bindReport(PoolReport report) {
    List<PoolReport> older =
        meters.keySet().stream().filter(each -> each.name().equals(report.name())).toList();
    older.forEach(this::unbindReport);
    List<Meter> made = new ArrayList<>();
    List<NamedPool> named = new ArrayList<>();
    for (PoolState state : report.pools()) {
      NamedPool pool = new NamedPool(report, state.pool());
      named.add(pool);
      Tags tags = Tags.of("database", report.name(), "pool", state.pool());
      made.addAll(new PoolSeries(registry, pool, tags).register());
    }
    meters.put(report, made);
    pools.put(report, named);
  }

  /** A database has gone. */
  public synchronized void unbindReport(PoolReport report) {
    pools.remove(report);
    List<Meter> gone = meters.remove(report);
    if (gone != null) {
      gone.forEach(registry::remove);
    }
  }
}
