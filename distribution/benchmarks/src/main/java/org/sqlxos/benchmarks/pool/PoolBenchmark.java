package org.sqlxos.benchmarks.pool;

import java.io.PrintStream;

/** Our pool beside others: {@code distribution/bench pool}. */
public final class PoolBenchmark {

  private PoolBenchmark() {}

  @SuppressWarnings("SystemOut")
  public static void main(String[] arguments) throws Exception {
    PrintStream out = System.out;
    Run run = Run.of(arguments);
    Lines.head(out);
    for (PoolCase each : run.cases()) {
      each.run(run, out);
    }
  }
}
