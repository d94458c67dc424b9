package org.sqlxos.jdbc.internal.statement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sqlxos.jdbc.internal.result.SqlxResultSet;
import org.sqlxos.jdbc.internal.rows.StreamedRows;

/** What a statement gave, one result after the other. */
final class Results {

  /** One of them: rows, or how many were changed. */
  sealed interface Result {}

  record Count(long rows) implements Result {}

  /**
   * @param streamed where its rows come from; null if they are in memory and nothing follows
   */
  record Set(SqlxResultSet rows, @Nullable StreamedRows streamed) implements Result {}

  /** Makes a set of rows that follow. */
  @FunctionalInterface
  interface Follower {
    Set of(StreamedRows rows) throws SQLException;
  }

  private final Deque<Result> waiting = new ArrayDeque<>();
  private @Nullable Result current;

  void add(Result result) {
    waiting.add(result);
  }

  /** Goes to the first result. */
  void begin() {
    current = waiting.poll();
  }

  Optional<ResultSet> rows() {
    return current instanceof Set set ? Optional.of(set.rows()) : Optional.empty();
  }

  /** How many rows were changed; -1 if the current result is none of this kind. */
  long count() {
    return current instanceof Count count ? count.rows() : -1;
  }

  /** Goes to the next result; whether it has rows. */
  boolean next(Follower follower) throws SQLException {
    Optional<StreamedRows> following =
        current instanceof Set set && set.streamed() != null && !set.rows().isClosed()
            ? set.streamed().following()
            : Optional.empty();
    current = following.isPresent() ? follower.of(following.get()) : waiting.poll();
    return current instanceof Set;
  }

  void close() throws SQLException {
    Result first = current;
    current = null;
    if (first instanceof Set set) {
      set.rows().close();
    }
    for (Result each = waiting.poll(); each != null; each = waiting.poll()) {
      if (each instanceof Set set) {
        set.rows().close();
      }
    }
  }
}
