package org.sqlxos.benchmarks.pool;

import java.io.PrintStream;

/** One comparison. Others, with pools of other databases, are further constants. */
enum PoolCase {
  ACQUIRE {
    @Override
    void run(Run settings, PrintStream out) throws Exception {
      AcquireCase.run(settings, out);
    }
  },
  MIXED {
    @Override
    void run(Run settings, PrintStream out) throws Exception {
      LoadCases.mixed(settings, out);
    }
  },
  FAIR {
    @Override
    void run(Run settings, PrintStream out) throws Exception {
      LoadCases.fair(settings, out);
    }
  },
  FAILOVER {
    @Override
    void run(Run settings, PrintStream out) {
      FailOver.Result result = FailOver.run();
      Lines.print(out, "fail-over: loss known, ms", result.detectedMillis(), "goal", 2300);
      Lines.print(out, "fail-over: writes again, ms", result.restoredMillis(), "goal", 3800);
      out.printf(
          "# %d writes acknowledged; %s%n",
          result.acknowledged(),
          result.wrong().isEmpty() ? "all there, none twice" : result.wrong());
    }
  };

  abstract void run(Run settings, PrintStream out) throws Exception;
}
