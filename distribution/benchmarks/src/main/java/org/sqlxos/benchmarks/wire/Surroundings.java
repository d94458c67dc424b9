package org.sqlxos.benchmarks.wire;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Collectors;
import org.sqlxos.benchmarks.wire.contestant.Client;
import org.sqlxos.benchmarks.wire.data.Server;

/** What a number is worth nothing without: the machine and the versions. */
final class Surroundings {

  private Surroundings() {}

  static String of(Settings settings) throws IOException {
    return """
    # %s, %d cores, %d GiB, %s, Linux %s, Java %s
    # %s
    # %s
    # medians of %d rounds of %d ms after %d in all cases to warm up
    """
        .formatted(
            LocalDate.now(ZoneOffset.UTC),
            Runtime.getRuntime().availableProcessors(),
            Math.round(Long.parseLong(word("/proc/meminfo", "MemTotal:")) / 1048576.0),
            line("/proc/cpuinfo", "model name"),
            System.getProperty("os.version").split("-", 2)[0],
            System.getProperty("java.vm.version"),
            settings.servers().stream()
                .map(server -> server.server().title())
                .collect(Collectors.joining(", ")),
            versions(settings),
            settings.rounds(),
            settings.round().toMillis(),
            settings.warmUpRounds());
  }

  private static String versions(Settings settings) {
    return settings.clients().stream()
        .filter(client -> settings.servers().stream().anyMatch(server -> meets(client, server)))
        .map(client -> client.key() + " " + client.version())
        .collect(Collectors.joining(", "));
  }

  private static boolean meets(Client client, Server server) {
    return Client.of(server).contains(client);
  }

  private static String line(String file, String start) throws IOException {
    return Files.readAllLines(Path.of(file)).stream()
        .filter(line -> line.startsWith(start))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst()
        .orElse("?");
  }

  private static String word(String file, String start) throws IOException {
    return line(file, start).split(" ", 2)[0];
  }
}
