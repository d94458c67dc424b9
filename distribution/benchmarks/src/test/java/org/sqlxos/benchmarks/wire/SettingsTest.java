package org.sqlxos.benchmarks.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sqlxos.benchmarks.wire.contestant.Client;
import org.sqlxos.benchmarks.wire.data.Server;
import org.sqlxos.benchmarks.wire.work.Case;

class SettingsTest {

  @Test
  void nothingSaidMeansEverything() {
    Settings settings = Settings.parse(List.of());

    assertEquals(List.of(Server.values()), settings.servers());
    assertEquals(Case.all(), settings.cases());
    assertEquals(List.of(Client.values()), settings.clients());
  }

  @Test
  void argumentsNarrowItDown() {
    Settings settings =
        Settings.parse(
            List.of(
                "--server=mysql", "--case=flight,fetch", "--clients=ours", "--round-millis=50"));

    assertEquals(List.of(Server.MYSQL), settings.servers());
    assertEquals(
        List.of(new Case.Flight(10), new Case.Flight(100), new Case.Fetch()), settings.cases());
    assertEquals(List.of(Client.OURS), settings.clients());
    assertEquals(Duration.ofMillis(50), settings.round());
  }

  @Test
  void whatIsUnknownIsRefusedWithWhatThereIs() {
    assertTrue(refusal("--server=oracle").contains("[postgresql, mysql, mariadb]"));
    assertTrue(refusal("--turns=3").contains("--rounds"));
    assertTrue(refusal("--rounds=0").contains("above 0"));
    assertTrue(refusal("--rounds").contains("above 0"));
  }

  private static String refusal(String argument) {
    return assertThrows(IllegalArgumentException.class, () -> Settings.parse(List.of(argument)))
        .getMessage();
  }
}
