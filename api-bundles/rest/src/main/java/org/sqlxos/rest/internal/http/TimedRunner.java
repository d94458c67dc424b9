package org.sqlxos.rest.internal.http;

import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.sqlxos.operation.api.Operation;
import org.sqlxos.operation.api.Outcome;
import org.sqlxos.rest.internal.response.Answer;
import org.sqlxos.stage.api.Phase;
import org.sqlxos.stage.api.PhaseTimes;

/**
 * Tells with each answer what its operations took, as <a
 * href="https://www.w3.org/TR/server-timing/">Server-Timing</a>: the phases of the pipeline, in
 * milliseconds.
 */
record TimedRunner(Function<Operation, Outcome> runner, Answer answer, PhaseTimes times)
    implements Function<Operation, Outcome> {

  static final String HEADER = "Server-Timing";

  @Override
  public Outcome apply(Operation operation) {
    try {
      return ScopedValue.where(PhaseTimes.CURRENT, times).call(() -> runner.apply(operation));
    } finally {
      times.end();
      if (!answer.flowing()) {
        answer.header(HEADER, text());
      }
    }
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    for (Map.Entry<Phase, Long> time : times.nanos().entrySet()) {
      text.append(text.isEmpty() ? "" : ", ")
          .append(time.getKey().name().toLowerCase(Locale.ROOT))
          .append(";dur=")
          .append(Math.round(time.getValue() / 1e3) / 1e3);
    }
    return text.toString();
  }
}
