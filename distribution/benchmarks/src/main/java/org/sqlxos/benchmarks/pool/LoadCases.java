package org.sqlxos.benchmarks.pool;

import java.io.PrintStream;
import java.sql.SQLException;
import org.sqlxos.testkit.server.DatabaseServer;
import org.sqlxos.testkit.server.TestDatabase;

/** Many callers on a real server. */
final class LoadCases {

  private static final int MIXED_CONNECTIONS = 16;
  private static final int MIXED_PER_SECOND = 2_000;
  private static final int FAIR_CONNECTIONS = 40;
  private static final int FAIR_CALLERS = 10_000;
  private static final String USUAL = "SELECT 1";

  private LoadCases() {}

  /** One statement of a hundred sleeps for half a second: ten of the connections at a time. */
  static void mixed(Run run, PrintStream out) throws SQLException, InterruptedException {
    Callers.Statements statements = new Callers.Statements(USUAL, "SELECT pg_sleep(0.5)", 1);
    try (TestDatabase database = DatabaseServer.POSTGRESQL.createDatabase("pool")) {
      long[] ours;
      long[] hikari;
      try (OursContender pool = ours(database, MIXED_CONNECTIONS)) {
        ours = Arrivals.run(pool, MIXED_PER_SECOND, statements, run.spans());
      }
      try (HikariContender pool = new HikariContender(database, MIXED_CONNECTIONS)) {
        hikari = Arrivals.run(pool, MIXED_PER_SECOND, statements, run.spans());
      }
      for (double percent : new double[] {50, 99, 99.9}) {
        Lines.print(
            out,
            "1 % slow: fast statements, p" + percent + ", ms",
            Latencies.percentileMillis(ours, percent),
            "hikaricp",
            Latencies.percentileMillis(hikari, percent));
      }
    }
  }

  /** All do the same, which takes the server 5 ms. */
  static void fair(Run run, PrintStream out) throws SQLException, InterruptedException {
    Callers.Statements statements = new Callers.Statements("SELECT pg_sleep(0.005)", USUAL, 0);
    try (TestDatabase database = DatabaseServer.POSTGRESQL.createDatabase("pool")) {
      try (OursContender pool = ours(database, FAIR_CONNECTIONS)) {
        fair(out, "ours", Callers.run(pool, FAIR_CALLERS, statements, run.spans()));
      }
      try (HikariContender pool = new HikariContender(database, FAIR_CONNECTIONS)) {
        fair(out, "hikaricp", Callers.run(pool, FAIR_CALLERS, statements, run.spans()));
      }
    }
  }

  private static void fair(PrintStream out, String name, Callers.Measured measured) {
    double half = Latencies.percentileMillis(measured.sorted(), 50);
    double most = Latencies.percentileMillis(measured.sorted(), 99);
    out.printf(
        "10,000 callers, 40 connections: %-10s p50 %.1f ms, p99 %.1f ms, p99/p50 %.3f, calls/s"
            + " %.0f%n",
        name, half, most, most / half, measured.callsPerSecond());
  }

  private static OursContender ours(TestDatabase database, int connections) {
    return new OursContender(database.url() + "?sslmode=disable&pool_max=" + connections);
  }
}
