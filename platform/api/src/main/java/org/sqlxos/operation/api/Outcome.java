package org.sqlxos.operation.api;

import java.util.List;
import java.util.OptionalLong;

/**
 * What an operation brought. Whoever gets it closes it. A failure is a {@code ProblemException}
 * instead.
 */
public sealed interface Outcome extends AutoCloseable {

  @Override
  void close();

  /**
   * Rows, streamed.
   *
   * @param columns what the cursor's columns are
   * @param total the number of all rows that match where a {@link Query} asked for it; known once
   *     the cursor has been read to its end
   */
  record Rows(List<ResultColumn> columns, Cursor cursor, Total total) implements Outcome {
    public Rows {
      columns = List.copyOf(columns);
    }

    @Override
    public void close() {
      cursor.close();
    }
  }

  /** The number of rows that a mutation changed. */
  record Changed(long rows) implements Outcome {
    @Override
    public void close() {}
  }

  /** What each statement of a {@link Batch} brought, in their order; committed. */
  record Several(List<Outcome> outcomes) implements Outcome {
    public Several {
      outcomes = List.copyOf(outcomes);
    }

    @Override
    public void close() {
      outcomes.forEach(Outcome::close);
    }
  }

  /** The number of rows that match, whatever the page. */
  @FunctionalInterface
  interface Total {

    /** Nobody asked. */
    Total UNKNOWN = OptionalLong::empty;

    OptionalLong value();
  }
}
