package org.sqlxos.rest.internal.load;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sqlxos.catalog.api.Relation;
import org.sqlxos.operation.api.Mutation;
import org.sqlxos.operation.api.Mutation.OnConflict;
import org.sqlxos.operation.api.Series;
import org.sqlxos.problem.api.Problem;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.rest.internal.request.RestProblem;

/**
 * Rows that stream in, as inserts of neighbours with the same columns. Where a row stands is told
 * by its line: {@code /17/name} is the column {@code name} of the row that begins on line 17.
 */
public final class Load implements Iterator<Mutation.Insert> {

  private static final int MOST_ROWS = 500;
  private static final int MOST_PARAMETERS = 20_000;

  private final Relation relation;
  private final Optional<OnConflict> onConflict;
  private final Lines lines;
  private Optional<Line> ahead;
  private long rows;
  private long from;
  private long to;

  private Load(Relation relation, Optional<OnConflict> onConflict, Lines lines) {
    this.relation = relation;
    this.onConflict = onConflict;
    this.lines = lines;
    this.ahead = lines.next();
  }

  /**
   * Begins to read a body.
   *
   * @param rowMaxCharacters of one row
   */
  public static Load of(
      LoadFormat format,
      InputStream body,
      int rowMaxCharacters,
      Relation relation,
      Optional<OnConflict> onConflict) {
    TextInput in = new TextInput(body, rowMaxCharacters);
    Lines lines =
        switch (format) {
          case CSV -> new CsvLines(in, relation);
          case NDJSON -> new NdjsonLines(in);
        };
    return new Load(relation, onConflict, lines);
  }

  /** The statement that takes all of it. */
  public Series series() {
    if (ahead.isEmpty()) {
      throw RestProblem.MALFORMED_BODY.problem("at least one row expected, found none");
    }
    return new Series(relation.name(), this);
  }

  /** How many rows have been read. */
  public long rows() {
    return rows;
  }

  /** A problem with the rows at hand, with their lines where it does not tell them itself. */
  public ProblemException named(ProblemException e) {
    Problem problem = e.problem();
    if (rows == 0 || !problem.violations().isEmpty() || problem.detail().contains("line ")) {
      return e;
    }
    String detail =
        "%s (in lines %d to %d; nothing was written)".formatted(problem.detail(), from, to);
    return new ProblemException(
        new Problem(
            problem.code(), detail, problem.hint(), problem.sqlState(), problem.violations()),
        e);
  }

  @Override
  public boolean hasNext() {
    return ahead.isPresent();
  }

  @Override
  public Mutation.Insert next() {
    Line first = ahead.orElseThrow(NoSuchElementException::new);
    List<String> columns = List.copyOf(first.members().keySet());
    Set<String> same = first.members().keySet();
    int most = Math.max(1, Math.min(MOST_ROWS, MOST_PARAMETERS / Math.max(1, columns.size())));
    List<List<@Nullable Object>> values = new ArrayList<>();
    List<String> places = new ArrayList<>();
    from = first.number();
    while (ahead.isPresent()
        && values.size() < most
        && ahead.get().members().keySet().equals(same)) {
      Line line = ahead.get();
      List<@Nullable Object> row = new ArrayList<>(columns.size());
      columns.forEach(column -> row.add(line.members().get(column)));
      values.add(row);
      places.add("/" + line.number());
      to = line.number();
      ahead = lines.next();
    }
    rows += values.size();
    return new Mutation.Insert(relation.name(), columns, values, onConflict, places, List.of());
  }
}
