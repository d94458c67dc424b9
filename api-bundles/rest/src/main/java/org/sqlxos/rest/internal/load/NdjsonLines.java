package org.sqlxos.rest.internal.load;

import java.util.Optional;
import org.sqlxos.problem.api.Problem;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.rest.internal.request.BodyReader;

/** A JSON object on each line. Empty lines are passed over. */
final class NdjsonLines implements Lines {

  private final TextInput in;

  NdjsonLines(TextInput in) {
    this.in = in;
  }

  @Override
  public Optional<Line> next() {
    while (!in.ended()) {
      in.beginRow();
      long number = in.line();
      StringBuilder text = new StringBuilder();
      for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
        text.append((char) next);
      }
      if (!text.toString().isBlank()) {
        return Optional.of(line(number, text.toString()));
      }
    }
    return Optional.empty();
  }

  private static Line line(long number, String text) {
    try {
      return new Line(number, BodyReader.nested(text).single());
    } catch (ProblemException e) {
      Problem problem = e.problem();
      String detail = "line %d: %s; nothing was written".formatted(number, problem.detail());
      throw new ProblemException(Problem.of(problem.code(), detail), e);
    }
  }
}
