package org.sqlxos.contracts.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.sqlxos.operation.api.Cursor;
import org.sqlxos.operation.api.Filter;
import org.sqlxos.operation.api.Operation;
import org.sqlxos.operation.api.Outcome;
import org.sqlxos.operation.api.Query;
import org.sqlxos.operation.api.Statement;
import org.sqlxos.operation.api.ValueKind;
import org.sqlxos.problem.api.Problem;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.stage.api.Chain;
import org.sqlxos.wirepack.api.Integrity;

/** A database that knows some keys and refuses changes on demand. */
final class FakeChain implements Chain {

  /** What it was asked, in order. */
  final List<Statement> asked = new ArrayList<>();

  /** Keys that exist, as {@code table.column=value}. */
  final Set<String> existing = new HashSet<>();

  /** Outcomes not closed yet. */
  final AtomicInteger open = new AtomicInteger();

  /** How it refuses changes. */
  Optional<Integrity> failure = Optional.empty();

  String detail = "refused";
  Optional<ProblemException> other = Optional.empty();

  @Override
  public Outcome proceed(Operation operation) {
    asked.add(operation.statement());
    if (operation.statement().writes()) {
      if (other.isPresent()) {
        throw other.get();
      }
      if (failure.isPresent()) {
        throw new ProblemException(Problem.of(failure.get(), detail).withSqlState("23505"));
      }
      return new Outcome.Changed(1);
    }
    boolean found = operation.statement() instanceof Query query && exists(query);
    open.incrementAndGet();
    return new Outcome.Rows(List.of(), new Rows(found), Outcome.Total.UNKNOWN);
  }

  private boolean exists(Query query) {
    Filter filter =
        query.filter() instanceof Filter.And and && !and.parts().isEmpty()
            ? and.parts().getFirst()
            : query.filter();
    return filter instanceof Filter.Compare compare
        && existing.contains(
            "%s.%s=%s".formatted(query.relation().name(), compare.column(), compare.value()));
  }

  private final class Rows implements Cursor {
    private boolean left;

    Rows(boolean found) {
      this.left = found;
    }

    @Override
    public boolean next() {
      boolean now = left;
      left = false;
      return now;
    }

    @Override
    public ValueKind kind(int column) {
      return ValueKind.INTEGER;
    }

    @Override
    public boolean getBoolean(int column) {
      return true;
    }

    @Override
    public long getLong(int column) {
      return 1;
    }

    @Override
    public double getDouble(int column) {
      return 1;
    }

    @Override
    public String getText(int column) {
      return "1";
    }

    @Override
    public byte[] getBytes(int column) {
      return new byte[0];
    }

    @Override
    public void close() {
      open.decrementAndGet();
    }
  }
}
