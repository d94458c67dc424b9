package org.sqlxos.benchmarks.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sqlxos.benchmarks.wire.work.Case;

/** The peers alone, on one server, for a moment: that every case runs and reads what it should. */
class WireBenchmarkIT {

  @Test
  void printsALineForEachCaseAndPeer() throws Exception {
    Settings settings =
        Settings.parse(
            List.of(
                "--server=postgresql",
                "--clients=pgjdbc,vertx-pg-client",
                "--rounds=1",
                "--warm-up-rounds=1",
                "--round-millis=20"));
    ByteArrayOutputStream printed = new ByteArrayOutputStream();

    boolean complete = new WireBenchmark(settings, new PrintStream(printed, true, UTF_8)).run();

    String report = printed.toString(UTF_8);
    assertTrue(complete, report);
    for (Case benchmark : Case.all()) {
      assertEquals(
          2, report.lines().filter(line -> line.contains(benchmark.title())).count(), report);
    }
    assertTrue(report.contains("pgjdbc 42."), report);
  }
}
