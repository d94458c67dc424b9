package org.sqlxos.telemetry.internal.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sqlxos.catalog.api.LiveCatalog;
import org.sqlxos.stage.api.Phase;
import org.sqlxos.stage.api.Pipeline;
import org.sqlxos.telemetry.internal.Samples;
import org.sqlxos.wirepack.api.ConnectedDatabase;

final class ReadinessTest {

  private final Readiness readiness = new Readiness();

  @Test
  void missesEverythingAtFirst() {
    assertEquals(List.of("pipeline any", "database any"), missing());
  }

  @Test
  void isReadyOnceEveryDatabaseHasACatalog() {
    LiveCatalog catalog = Samples.catalog();
    readiness.bindPipeline(Samples.pipeline());
    readiness.bindDatabase(Samples.database("shop"));
    readiness.bindDatabase(Samples.database("archive"));
    readiness.bindCatalog(catalog, Map.of(LiveCatalog.DATABASE, "shop"));
    assertEquals(List.of("catalog archive"), missing());
    ConnectedDatabase archive = Samples.database("archive");
    readiness.unbindDatabase(archive);
    assertEquals(List.of(), missing());
    readiness.unbindCatalog(catalog);
    assertEquals(List.of("catalog shop"), missing());
  }

  @Test
  void namesThePhasesWithoutAStage() {
    readiness.bindPipeline(Samples.pipeline(Phase.EXECUTE, Phase.ADMIT));
    assertEquals(List.of("phase ADMIT", "phase EXECUTE", "database any"), missing());
  }

  @Test
  void keepsThePipelineThatReplacedAnother() {
    Pipeline old = Samples.pipeline();
    readiness.bindPipeline(old);
    readiness.bindPipeline(Samples.pipeline(Phase.PLAN));
    readiness.unbindPipeline(old);
    assertEquals("phase PLAN", missing().getFirst());
  }

  private List<String> missing() {
    return readiness.missing().stream().map(item -> item.kind() + " " + item.name()).toList();
  }
}
