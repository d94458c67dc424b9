package org.sqlxos.benchmarks.wire;

import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.logging.LogManager;
import org.sqlxos.benchmarks.wire.contestant.Client;
import org.sqlxos.benchmarks.wire.contestant.Contestant;
import org.sqlxos.benchmarks.wire.data.Server;
import org.sqlxos.benchmarks.wire.data.Tables;
import org.sqlxos.benchmarks.wire.work.Case;

/** All cases on all servers. Ends with 1 if a client failed, with 2 if an argument is wrong. */
public final class WireBenchmark {

  private final Settings settings;
  private final PrintStream out;
  private final Report report;
  private boolean complete = true;

  public WireBenchmark(Settings settings, PrintStream out) {
    this.settings = settings;
    this.out = out;
    this.report = new Report(out);
  }

  static void main(String... arguments) throws IOException, SQLException {
    Settings settings;
    try {
      settings = Settings.parse(List.of(arguments));
    } catch (IllegalArgumentException wrong) {
      System.err.println(wrong.getMessage());
      System.exit(2);
      return;
    }
    // What the node's libraries say at its start would stand between the results.
    LogManager.getLogManager().reset();
    boolean complete = new WireBenchmark(settings, System.out).run();
    // Threads of a client that did not close must not hold up the end.
    System.exit(complete ? 0 : 1);
  }

  /**
   * Runs and prints.
   *
   * @return whether every client has come to the end of every case
   */
  public boolean run() throws IOException, SQLException {
    report.head();
    for (Server server : settings.servers()) {
      try (Tables tables = Tables.create(server)) {
        run(tables);
      }
    }
    out.print(Surroundings.of(settings));
    return complete;
  }

  private void run(Tables tables) {
    Map<Client, Contestant> contestants = new EnumMap<>(Client.class);
    try {
      for (Client client : Client.of(tables.server())) {
        if (settings.clients().contains(client)) {
          open(client, tables, contestants);
        }
      }
      contest(tables, contestants);
    } finally {
      contestants.forEach(this::close);
    }
  }

  private void contest(Tables tables, Map<Client, Contestant> contestants) {
    for (Case benchmark : settings.cases()) {
      new Contest(settings, tables, benchmark).warmUp(contestants);
    }
    for (Case benchmark : settings.cases()) {
      Contest.Result result = new Contest(settings, tables, benchmark).run(contestants);
      complete &= result.failures().isEmpty();
      report.add(tables.server(), benchmark, result);
    }
  }

  private void open(Client client, Tables tables, Map<Client, Contestant> contestants) {
    try {
      contestants.put(client, client.open(tables));
    } catch (Exception failure) {
      fail("%s does not start on %s: %s", client.key(), tables.server().key(), failure);
    }
  }

  private void close(Client client, Contestant contestant) {
    try {
      contestant.close();
    } catch (Exception failure) {
      fail("%s does not close: %s", client.key(), failure);
    }
  }

  private void fail(String message, Object... arguments) {
    complete = false;
    out.println(message.formatted(arguments));
  }
}
