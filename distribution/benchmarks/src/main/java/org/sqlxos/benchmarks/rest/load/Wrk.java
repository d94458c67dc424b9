package org.sqlxos.benchmarks.rest.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sqlxos.benchmarks.rest.peer.Peer;
import org.sqlxos.benchmarks.rest.work.Case;
import org.sqlxos.benchmarks.rest.work.Request;
import org.sqlxos.benchmarks.rest.work.Values;

/** wrk, two threads, with the requests of a case one after the other. */
public final class Wrk {

  static final int TIMEOUT_SECONDS = 30;

  private static final int THREADS = 2;
  private static final Pattern RESULT =
      Pattern.compile(
          "^result (\\d+) (\\d+) (\\d+) (\\d+) (\\d+) (\\d+) (\\d+)$", Pattern.MULTILINE);

  private final Path script;
  private final Path folder;

  /**
   * @param folder where requests are kept
   */
  public Wrk(Path script, Path folder) {
    this.script = script;
    this.folder = folder;
  }

  /**
   * Loads a contender.
   *
   * @throws IOException if wrk fails or says something else than expected
   */
  public Turn run(Peer peer, Case work, int connections, int seconds) throws IOException {
    Process process =
        new ProcessBuilder(
                "wrk",
                "-t" + THREADS,
                "-c" + connections,
                "-d" + seconds + "s",
                "--timeout",
                TIMEOUT_SECONDS + "s",
                "-s",
                script.toString(),
                peer.url(),
                "--",
                requests(peer, work).toString())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    Matcher result = RESULT.matcher(output);
    if (!result.find()) {
      throw new IOException("wrk failed:%n%s".formatted(output));
    }
    return new Turn(
        number(result, 1),
        number(result, 2) / 1e6,
        number(result, 3) / 1e3,
        number(result, 4) / 1e3,
        number(result, 5),
        number(result, 6),
        number(result, 7));
  }

  private static long number(Matcher result, int group) {
    return Long.parseLong(result.group(group));
  }

  private Path requests(Peer peer, Case work) throws IOException {
    Path file = folder.resolve(peer.contender().key() + "." + work.key() + ".requests");
    if (!Files.exists(file)) {
      List<String> lines = new ArrayList<>();
      for (int number = 0; number < Values.REQUESTS; number++) {
        peer.contender().routes().request(work, number).map(Request::line).ifPresent(lines::add);
      }
      Files.write(file, lines);
    }
    return file;
  }
}
