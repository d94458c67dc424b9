package org.sqlxos.security.internal.admit;

import java.util.ArrayList;
import java.util.List;
import org.sqlxos.catalog.api.Relationship;
import org.sqlxos.operation.api.Filter;
import org.sqlxos.operation.api.Page;
import org.sqlxos.operation.api.Query;
import org.sqlxos.operation.api.Selected;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.security.internal.condition.Binding;

/**
 * What is left of a check once the values of a write are put in: everything, nothing, or a
 * condition on the values that stay as they are, which goes into the statement. Where a new value
 * refers to another row, that row is asked for.
 */
final class WriteCheck {

  private static final Filter NOTHING = new Filter.Or(List.of());

  private final KnownRow row;
  private final Questions questions;
  private final ProblemException refusal;

  /**
   * @param refusal what is told where a row that is asked for is not as it has to be
   */
  WriteCheck(KnownRow row, Questions questions, ProblemException refusal) {
    this.row = row;
    this.questions = questions;
    this.refusal = refusal;
  }

  /**
   * @param alone whether there is no other way to permit the write
   */
  Filter left(Filter check, boolean alone) {
    return switch (check) {
      case Filter.And and ->
          Binding.all(and.parts().stream().map(part -> left(part, alone)).toList());
      case Filter.Or or -> alternatives(or.parts(), alone && or.parts().size() == 1);
      case Filter.Not not when !decided(not.part()) -> not;
      // Policies have their negations at the leaves.
      case Filter.Not not -> permitting(truth(not.part(), false, alone));
      case Filter.Related _, Filter.Compare _, Filter.In _, Filter.Like _, Filter.IsNull _ ->
          decided(check) ? permitting(truth(check, true, alone)) : check;
    };
  }

  /** What needs no question comes first: it may do without the others. */
  private Filter alternatives(List<Filter> parts, boolean alone) {
    List<Filter> left = new ArrayList<>(parts.size());
    for (boolean asking : new boolean[] {false, true}) {
      for (Filter part : parts) {
        if (asks(part) == asking && !left.contains(Filter.EVERYTHING)) {
          left.add(left(part, alone));
        }
      }
    }
    return Binding.any(left);
  }

  private boolean asks(Filter filter) {
    return switch (filter) {
      case Filter.And and -> and.parts().stream().anyMatch(this::asks);
      case Filter.Or or -> or.parts().stream().anyMatch(this::asks);
      case Filter.Not not -> asks(not.part());
      case Filter.Related related -> decided(related);
      case Filter.Compare _, Filter.In _, Filter.Like _, Filter.IsNull _ -> false;
    };
  }

  private static Filter permitting(boolean permitted) {
    return permitted ? Filter.EVERYTHING : NOTHING;
  }

  /** Whether the write decides about what a condition asks for. */
  private boolean decided(Filter leaf) {
    return switch (leaf) {
      case Filter.Compare compare -> row.decides(compare.column());
      case Filter.In in -> row.decides(in.column());
      case Filter.Like like -> row.decides(like.column());
      case Filter.IsNull isNull -> row.decides(isNull.column());
      case Filter.Related related ->
          related.relationship().columns().stream().anyMatch(row::decides);
      case Filter.And _, Filter.Or _, Filter.Not _ -> true;
    };
  }

  /** Whether a condition is known to be as wanted; what is unsure is not. */
  private boolean truth(Filter leaf, boolean wanted, boolean alone) {
    return leaf instanceof Filter.Related related
        ? related(related, wanted, alone)
        : row.holds(leaf).filter(truth -> truth == wanted).isPresent();
  }

  private boolean related(Filter.Related related, boolean wanted, boolean alone) {
    Relationship relationship = related.relationship();
    List<Object> values = new ArrayList<>();
    boolean fit = true;
    for (String column : relationship.columns()) {
      fit &= row.fits(column);
      if (row.isNull(column).filter(empty -> empty).isPresent()) {
        return !wanted;
      }
      row.reference(column).ifPresent(values::add);
    }
    return values.size() == relationship.columns().size()
        && questions.suppose(
            // A value that cannot be one is for VERIFY to tell.
            target(relationship, fit ? values : List.of(), related.filter()),
            wanted,
            alone,
            refusal);
  }

  /** The row that a key leads to, if the condition holds of it; none without values. */
  static Query target(Relationship relationship, List<Object> values, Filter filter) {
    Filter found =
        values.isEmpty()
            ? NOTHING
            : Filter.both(Filter.equal(relationship.targetColumns(), values), filter);
    return Query.of(relationship.to(), Selected.fields(relationship.targetColumns()))
        .withFilter(found)
        .withPage(new Page(1, 0));
  }
}
