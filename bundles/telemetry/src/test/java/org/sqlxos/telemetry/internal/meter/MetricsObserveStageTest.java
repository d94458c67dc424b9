package org.sqlxos.telemetry.internal.meter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sqlxos.catalog.api.RelationName;
import org.sqlxos.operation.api.Batch;
import org.sqlxos.operation.api.Cursor;
import org.sqlxos.operation.api.Filter;
import org.sqlxos.operation.api.Mutation;
import org.sqlxos.operation.api.Outcome;
import org.sqlxos.operation.api.Page;
import org.sqlxos.operation.api.Query;
import org.sqlxos.operation.api.Selected;
import org.sqlxos.operation.api.Sql;
import org.sqlxos.operation.api.Statement;
import org.sqlxos.operation.api.ValueKind;
import org.sqlxos.telemetry.internal.Samples;
import org.sqlxos.wirepack.api.Integrity;

final class MetricsObserveStageTest {

  private static final RelationName ORDERS = new RelationName("main", "orders");
  private static final Statement QUERY =
      Query.of(ORDERS, Selected.fields(List.of("id"))).withPage(new Page(10, 0));
  private static final Statement DELETE = new Mutation.Delete(ORDERS, Filter.EVERYTHING, List.of());

  private final NodeMeters meters = new NodeMeters("1.0.0");
  private final MetricsObserveStage stage = new MetricsObserveStage(meters);

  @AfterEach
  void close() {
    meters.close();
  }

  @Test
  void measuresUntilTheLastRowWasRead() {
    Outcome.Rows rows = run(QUERY, new Rows(3, false));
    assertEquals(0, count("query", "ok"));
    assertEquals(1, inFlight());
    while (rows.cursor().next()) {
      assertEquals(7, rows.cursor().getLong(0));
    }
    assertEquals(1, count("query", "ok"));
    assertEquals(3, rowCount("query"));
    rows.close();
    assertEquals(1, count("query", "ok"));
    assertEquals(0, inFlight());
  }

  @Test
  void measuresUntilRowsAreClosedEarly() {
    Outcome.Rows rows = run(QUERY, new Rows(3, false));
    rows.cursor().next();
    rows.close();
    rows.close();
    assertEquals(1, count("query", "ok"));
    assertEquals(1, rowCount("query"));
    assertEquals(0, inFlight());
  }

  @Test
  void countsAFailureWhileRowsAreRead() {
    Outcome.Rows rows = run(QUERY, new Rows(1, true));
    rows.cursor().next();
    assertThrows(RuntimeException.class, rows.cursor()::next);
    rows.close();
    assertEquals(0, count("query", "ok"));
    assertEquals(1, count("query", Integrity.VALUE.code()));
    assertEquals(0, inFlight());
  }

  @Test
  void countsARefusalUnderItsCode() {
    assertThrows(
        RuntimeException.class,
        () ->
            stage.apply(
                Samples.operation(DELETE),
                operation -> {
                  throw Integrity.FOREIGN_KEY.problem("has children");
                }));
    assertEquals(1, count("delete", "SQLX642"));
    assertEquals(0, inFlight());
  }

  @Test
  void countsAFaultOfOursAsUnknown() {
    assertThrows(
        IllegalStateException.class,
        () ->
            stage.apply(
                Samples.operation(DELETE),
                operation -> {
                  throw new IllegalStateException();
                }));
    assertEquals(1, count("delete", "unknown"));
  }

  @Test
  void handsOnWhatWasChanged() {
    Outcome.Changed changed = new Outcome.Changed(4);
    assertSame(changed, stage.apply(Samples.operation(DELETE), operation -> changed));
    assertEquals(1, count("delete", "ok"));
    assertEquals(4, rowCount("delete"));
  }

  @Test
  void labelsEveryKindOfStatement() {
    List<String> none = List.of();
    for (Statement statement :
        List.of(
            new Mutation.Insert(ORDERS, List.of("id"), List.of(List.of(1L)), none),
            new Mutation.Update(ORDERS, List.of("id"), List.of(1L), Filter.EVERYTHING, none),
            new Batch(List.of(DELETE)),
            new Sql("sqlite", "select 1", List.of()))) {
      stage.apply(Samples.operation(statement), operation -> new Outcome.Changed(0));
    }
    for (String kind : List.of("insert", "update", "batch", "sql")) {
      assertEquals(1, count(kind, "ok"), kind);
    }
  }

  private Outcome.Rows run(Statement statement, Cursor cursor) {
    Outcome outcome =
        stage.apply(
            Samples.operation(statement),
            operation -> new Outcome.Rows(List.of(), cursor, Outcome.Total.UNKNOWN));
    return (Outcome.Rows) outcome;
  }

  private long count(String kind, String outcome) {
    var timer =
        registry()
            .find("sqlx.operations")
            .tags("database", "shop", "kind", kind, "outcome", outcome)
            .timer();
    return timer == null ? 0 : timer.count();
  }

  private double rowCount(String kind) {
    return registry().get("sqlx.operation.rows").tags("kind", kind).counter().count();
  }

  private double inFlight() {
    return registry().get("sqlx.operations.in.flight").tags("database", "shop").gauge().value();
  }

  private MeterRegistry registry() {
    return meters.registry();
  }

  /** Rows of one number each; with a failure after the last, if wanted. */
  private static final class Rows implements Cursor {
    private int left;
    private final boolean failing;

    Rows(int left, boolean failing) {
      this.left = left;
      this.failing = failing;
    }

    @Override
    public boolean next() {
      if (left == 0 && failing) {
        throw Integrity.VALUE.problem("a value cannot be read");
      }
      return left-- > 0;
    }

    @Override
    public ValueKind kind(int column) {
      return ValueKind.INTEGER;
    }

    @Override
    public boolean getBoolean(int column) {
      return true;
    }

    @Override
    public long getLong(int column) {
      return 7;
    }

    @Override
    public double getDouble(int column) {
      return 7;
    }

    @Override
    public String getText(int column) {
      return "7";
    }

    @Override
    public byte[] getBytes(int column) {
      return new byte[] {7};
    }

    @Override
    public void close() {}
  }
}
