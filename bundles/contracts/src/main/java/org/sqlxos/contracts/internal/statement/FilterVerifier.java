package org.sqlxos.contracts.internal.statement;

import java.util.ArrayList;
import java.util.List;
import org.sqlxos.catalog.api.CatalogSnapshot;
import org.sqlxos.catalog.api.Relation;
import org.sqlxos.contracts.internal.report.ContractProblem;
import org.sqlxos.contracts.internal.report.FilterPlace;
import org.sqlxos.contracts.internal.report.Place;
import org.sqlxos.contracts.internal.report.Violations;
import org.sqlxos.contracts.internal.value.Coercion;
import org.sqlxos.contracts.internal.value.Source;
import org.sqlxos.operation.api.Earlier;
import org.sqlxos.operation.api.Filter;
import org.sqlxos.problem.api.Problem;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.type.api.UniversalType;

/**
 * Verifies filters: every name is in the catalog, every value has the class of its column. Parts
 * that stay as they are are handed on, not copied.
 */
public final class FilterVerifier {

  /** Deeper ones would exhaust the stack, here or in a database. */
  private static final int DEEPEST = 100;

  private final CatalogSnapshot catalog;
  private final Violations violations = new Violations();
  private final FilterPlace place = new FilterPlace(violations);

  public FilterVerifier(CatalogSnapshot catalog) {
    this.catalog = catalog;
  }

  /**
   * @throws ProblemException if a name or a value is refused
   */
  public Filter filter(Relation relation, Filter filter) {
    Filter verified = verified(relation, filter, 0);
    if (!violations.isEmpty()) {
      throw new ProblemException(
          Problem.of(
                  ContractProblem.FILTER_INVALID, "A filter is not valid: " + violations.summary())
              .withViolations(violations.list()));
    }
    return verified;
  }

  private Filter verified(Relation relation, Filter filter, int depth) {
    if (depth > DEEPEST) {
      throw ContractProblem.FILTER_INVALID.problem(
          "A filter is nested more than %d levels deep.".formatted(DEEPEST));
    }
    return switch (filter) {
      case Filter.Compare compare -> compare(relation, compare);
      case Filter.And and -> {
        List<Filter> parts = parts(relation, and.parts(), depth);
        yield parts == and.parts() ? and : new Filter.And(parts);
      }
      case Filter.Or or -> {
        List<Filter> parts = parts(relation, or.parts(), depth);
        yield parts == or.parts() ? or : new Filter.Or(parts);
      }
      case Filter.Not not -> {
        Filter part = verified(relation, not.part(), depth + 1);
        yield part == not.part() ? not : new Filter.Not(part);
      }
      case Filter.In in -> in(relation, in);
      case Filter.Like like -> like(relation, like);
      case Filter.IsNull isNull -> {
        Names.require(relation, List.of(isNull.column()));
        yield isNull;
      }
      case Filter.Related related -> {
        Relation to = Names.relation(catalog, related.relationship().to());
        Filter part = verified(to, related.filter(), depth + 1);
        yield part == related.filter() ? related : new Filter.Related(related.relationship(), part);
      }
    };
  }

  private List<Filter> parts(Relation relation, List<Filter> parts, int depth) {
    List<Filter> result = parts;
    for (int i = 0; i < parts.size(); i++) {
      Filter part = verified(relation, parts.get(i), depth + 1);
      if (part != parts.get(i)) {
        result = result == parts ? new ArrayList<>(parts) : result;
        result.set(i, part);
      }
    }
    return result;
  }

  private Filter compare(Relation relation, Filter.Compare compare) {
    UniversalType type = Names.column(relation, compare.column()).type();
    if (compare.value() instanceof Earlier) {
      // The database gives it.
      return compare;
    }
    place.column(compare.column());
    Object value = Coercion.coerce(compare.value(), type, Source.FILTER, place);
    return value == compare.value()
        ? compare
        : new Filter.Compare(compare.column(), compare.comparison(), value);
  }

  private Filter in(Relation relation, Filter.In in) {
    UniversalType type = Names.column(relation, in.column()).type();
    place.column(in.column());
    List<Object> values = new ArrayList<>(in.values().size());
    boolean same = true;
    for (Object value : in.values()) {
      Object coerced = Coercion.coerce(value, type, Source.FILTER, place);
      same &= coerced == value;
      values.add(coerced);
    }
    return same ? in : new Filter.In(in.column(), values);
  }

  private Filter like(Relation relation, Filter.Like like) {
    Names.require(relation, List.of(like.column()));
    place.column(like.column());
    Object pattern = Coercion.coerce(like.pattern(), UniversalType.TEXT, Source.FILTER, place);
    return pattern == Place.REFUSED ? Filter.EVERYTHING : like;
  }
}
