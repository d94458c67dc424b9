package org.sqlxos.benchmarks.pool;

import java.io.PrintStream;
import java.util.Collection;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Borrowing and giving back, with 32 connections and 1, 2 and 8 threads. */
final class AcquireCase {

  private AcquireCase() {}

  static void run(Run run, PrintStream out) throws RunnerException {
    for (int threads : new int[] {1, 2, 8}) {
      double ours = nanos(run, "ours", threads);
      double hikari = nanos(run, "hikari", threads);
      Lines.print(out, "acquire and release, ns, threads: " + threads, ours, "hikaricp", hikari);
    }
  }

  private static double nanos(Run run, String method, int threads) throws RunnerException {
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .include(AcquireBenchmark.class.getName() + "\\." + method + "$")
                    .threads(threads)
                    .forks(1)
                    .warmupIterations(5)
                    .warmupTime(TimeValue.seconds(1))
                    .measurementIterations(Math.max(3, run.seconds() / 2))
                    .measurementTime(TimeValue.seconds(1))
                    .verbosity(VerboseMode.SILENT)
                    .build())
            .run();
    return results.iterator().next().getPrimaryResult().getScore();
  }
}
