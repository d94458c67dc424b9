package org.sqlxos.planner.internal.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.sqlxos.dialect.api.StatementPlan;
import org.sqlxos.operation.api.Cursor;
import org.sqlxos.operation.api.Order;
import org.sqlxos.operation.api.Page;
import org.sqlxos.operation.api.ResultColumn;
import org.sqlxos.operation.api.Utf8View;
import org.sqlxos.operation.api.ValueKind;
import org.sqlxos.problem.api.ProblemException;

/**
 * Rows of a database without SQL, with what it left undone. Rows stream through, but where they are
 * still to be sorted: then they are kept, up to a limit beyond which the request is refused.
 */
public final class RestOfRows implements Cursor {

  /** What is sorted, or passed over to get at a page, in this process. */
  public static final int MOST_ROWS = 10_000;

  private record Kept(ValueKind kind, @Nullable Object content) {}

  private final Cursor rows;
  private final StatementPlan plan;
  private final int[] places;
  private final RowFilter filter;
  private final IntFunction<ProblemException> tooMany;
  private final Page page;
  private @Nullable List<Kept[]> sorted;
  private int at = -1;
  private long given;
  private boolean started;

  /**
   * @param columns those of the query, in its order
   * @param tooMany what is said where more rows than the limit would have to be kept
   */
  public RestOfRows(
      Cursor rows,
      StatementPlan plan,
      List<String> columns,
      IntFunction<ProblemException> tooMany) {
    this.rows = rows;
    this.plan = plan;
    this.places = columns.stream().mapToInt(this::place).toArray();
    this.filter = new RowFilter(plan.filter(), this::place);
    this.tooMany = tooMany;
    this.page = plan.page().orElse(Page.ALL);
  }

  /** Whether rows have to pass through here at all. */
  public static boolean needed(StatementPlan plan, List<String> columns) {
    return !plan.equals(StatementPlan.whole(plan.target()))
        || !plan.target().columns().stream().map(ResultColumn::name).toList().equals(columns);
  }

  private int place(String column) {
    List<ResultColumn> columns = plan.target().columns();
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).name().equals(column)) {
        return i;
      }
    }
    throw new IllegalStateException("the planner left out a column: " + column);
  }

  @Override
  public boolean next() {
    if (!started) {
      started = true;
      if (page.offset() > MOST_ROWS) {
        throw tooMany.apply(MOST_ROWS);
      }
      if (plan.order().isEmpty()) {
        pass();
      } else {
        sort();
      }
    }
    if (given >= page.limit()) {
      return false;
    }
    given++;
    if (sorted == null) {
      return found();
    }
    at++;
    return at < sorted.size();
  }

  private boolean found() {
    while (rows.next()) {
      if (filter.holds(rows)) {
        return true;
      }
    }
    return false;
  }

  private void pass() {
    for (long i = 0; i < page.offset() && found(); i++) {
      // The rows before the page.
    }
  }

  private void sort() {
    List<Kept[]> kept = new ArrayList<>();
    while (found()) {
      if (kept.size() == MOST_ROWS) {
        throw tooMany.apply(MOST_ROWS);
      }
      Kept[] row = new Kept[plan.target().columns().size()];
      for (int i = 0; i < row.length; i++) {
        row[i] = new Kept(rows.kind(i), RowValue.of(rows, i));
      }
      kept.add(row);
    }
    kept.sort(this::compare);
    sorted = kept;
    at = (int) page.offset() - 1;
  }

  private int compare(Kept[] one, Kept[] other) {
    for (Order order : plan.order()) {
      int place = place(order.column());
      int compared = RowValue.order().compare(one[place].content(), other[place].content());
      if (compared != 0) {
        return order.descending() ? -compared : compared;
      }
    }
    return 0;
  }

  private Optional<Kept> kept(int column) {
    List<Kept[]> all = sorted;
    return all == null ? Optional.empty() : Optional.of(all.get(at)[places[column]]);
  }

  private <T> T content(Kept kept, Class<T> type) {
    if (!type.isInstance(kept.content())) {
      throw new IllegalStateException("the value is of kind " + kept.kind());
    }
    return type.cast(kept.content());
  }

  @Override
  public ValueKind kind(int column) {
    return kept(column).map(Kept::kind).orElseGet(() -> rows.kind(places[column]));
  }

  @Override
  public boolean getBoolean(int column) {
    return sorted == null
        ? rows.getBoolean(places[column])
        : content(kept(column).orElseThrow(), Boolean.class);
  }

  @Override
  public long getLong(int column) {
    return sorted == null
        ? rows.getLong(places[column])
        : content(kept(column).orElseThrow(), Long.class);
  }

  @Override
  public double getDouble(int column) {
    return sorted == null
        ? rows.getDouble(places[column])
        : content(kept(column).orElseThrow(), Double.class);
  }

  @Override
  public String getText(int column) {
    return sorted == null
        ? rows.getText(places[column])
        : content(kept(column).orElseThrow(), String.class);
  }

  @Override
  public void getText(int column, Utf8View into) {
    if (sorted == null) {
      rows.getText(places[column], into);
    } else {
      Cursor.super.getText(column, into);
    }
  }

  @Override
  public byte[] getBytes(int column) {
    return sorted == null
        ? rows.getBytes(places[column])
        : content(kept(column).orElseThrow(), byte[].class);
  }

  @Override
  public void close() {
    rows.close();
  }
}
