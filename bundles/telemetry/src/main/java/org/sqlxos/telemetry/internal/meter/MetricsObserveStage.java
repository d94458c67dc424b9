package org.sqlxos.telemetry.internal.meter;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sqlxos.operation.api.Operation;
import org.sqlxos.operation.api.Outcome;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.stage.api.Chain;
import org.sqlxos.stage.api.Phase;
import org.sqlxos.stage.api.Stage;

/**
 * Measures every operation: how long it took, how it ended, how many rows it brought, how many run
 * at this moment. It ranks first of its phase, so that the time of other observers is in it.
 *
 * <p>Hot: an operation costs two look-ups and, where it brings rows, two small objects.
 */
@Component(property = "service.ranking:Integer=1000")
public final class MetricsObserveStage implements Stage {

  /** The outcome of what ended without a code: a fault of ours. */
  static final String UNKNOWN = "unknown";

  private final MeterRegistry registry;
  private final ConcurrentMap<String, DatabaseMeters> databases = new ConcurrentHashMap<>();

  @Activate
  public MetricsObserveStage(@Reference NodeMeters meters) {
    this.registry = meters.registry();
  }

  @Override
  public Phase phase() {
    return Phase.OBSERVE;
  }

  @Override
  public Outcome apply(Operation operation, Chain next) {
    OperationMeters meters =
        database(operation.database()).of(OperationKind.of(operation.statement()));
    long start = System.nanoTime();
    meters.begin();
    Outcome outcome;
    try {
      outcome = next.proceed(operation);
    } catch (ProblemException e) {
      meters.fail(start, e.problem().code().code());
      throw e;
    } catch (RuntimeException | Error e) {
      meters.fail(start, UNKNOWN);
      throw e;
    }
    return switch (outcome) {
      case Outcome.Rows rows ->
          new Outcome.Rows(
              rows.columns(), new MeasuredCursor(rows.cursor(), meters, start), rows.total());
      case Outcome.Changed changed -> {
        meters.succeed(start, changed.rows());
        yield changed;
      }
      case Outcome.Several several -> {
        // Its rows are in memory already, and their number is no work of their own.
        meters.succeed(
            start, several.outcomes().stream().mapToLong(MetricsObserveStage::rows).sum());
        yield several;
      }
    };
  }

  private static long rows(Outcome outcome) {
    return outcome instanceof Outcome.Changed changed ? changed.rows() : 0;
  }

  private DatabaseMeters database(String name) {
    DatabaseMeters known = databases.get(name);
    return known != null
        ? known
        : databases.computeIfAbsent(name, added -> new DatabaseMeters(registry, added));
  }
}
