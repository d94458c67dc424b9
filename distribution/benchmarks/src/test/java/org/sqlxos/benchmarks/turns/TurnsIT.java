package org.sqlxos.benchmarks.turns;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sqlxos.benchmarks.mongodb.MongodbBenchmark;
import org.sqlxos.benchmarks.redis.RedisBenchmark;

/** For a moment: that every case runs, and that every client reads what it should. */
class TurnsIT {

  private static final TurnSettings BRIEF =
      TurnSettings.parse(List.of("--rounds=1", "--warm-up-rounds=1", "--round-millis=10"));

  @Test
  void redisHasALineForEachCaseAndPeer() throws Exception {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    RedisBenchmark.run(BRIEF, new PrintStream(printed, true, UTF_8));
    String report = printed.toString(UTF_8);
    assertEquals(8, cases(report, "lettuce"), report);
    assertEquals(8, cases(report, "jedis"), report);
  }

  @Test
  void mongodbHasALineForEachCase() throws Exception {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    MongodbBenchmark.run(BRIEF, new PrintStream(printed, true, UTF_8));
    String report = printed.toString(UTF_8);
    assertEquals(8, cases(report, "mongodb-driver-sync"), report);
    assertEquals(2, cases(report, "bson"), report);
  }

  @Test
  void whatIsUnknownIsRefusedWithWhatThereIs() {
    assertTrue(refusal("--turns=3").contains("--rounds"));
    assertTrue(refusal("--rounds=0").contains("above 0"));
  }

  /** The notes below the table name the peers too. */
  private static long cases(String report, String peer) {
    return report
        .lines()
        .filter(line -> !line.startsWith("#") && line.contains(" " + peer + " "))
        .count();
  }

  private static String refusal(String argument) {
    return assertThrows(IllegalArgumentException.class, () -> TurnSettings.parse(List.of(argument)))
        .getMessage();
  }
}
