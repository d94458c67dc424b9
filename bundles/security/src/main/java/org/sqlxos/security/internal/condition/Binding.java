package org.sqlxos.security.internal.condition;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sqlxos.catalog.api.CatalogSnapshot;
import org.sqlxos.catalog.api.Relation;
import org.sqlxos.catalog.api.Relationship;
import org.sqlxos.operation.api.Filter;
import org.sqlxos.operation.api.Filter.Comparison;

/**
 * Makes filters of conditions for one caller. What the caller's claims leave unknown - a claim that
 * is missing, or one that the column cannot hold - is neither true nor false, also below a {@code
 * not}: there are two translations, of what makes a condition true and of what makes it false, and
 * the unknown has no part in either.
 */
public final class Binding {

  private static final Filter NOTHING = new Filter.Or(List.of());

  private final CatalogSnapshot catalog;
  private final Map<String, Object> claims;

  /**
   * @param catalog the whole one: what a policy asks is not bounded by what the caller may see
   */
  public Binding(CatalogSnapshot catalog, Map<String, Object> claims) {
    this.catalog = catalog;
    this.claims = claims;
  }

  /** True of the rows that the condition is true of. */
  public Filter holds(Relation relation, Condition condition) {
    return switch (condition) {
      case Condition.And and -> all(parts(relation, and.parts(), true));
      case Condition.Or or -> any(parts(relation, or.parts(), true));
      case Condition.Not not -> fails(relation, not.part());
      case Condition.Exists exists -> {
        Relationship relationship = relationship(relation, exists.relationship());
        yield new Filter.Related(relationship, holds(target(relationship), exists.condition()));
      }
      case Condition.Compare _, Condition.In _, Condition.Like _, Condition.IsNull _ ->
          ofColumn(relation, condition).orElse(NOTHING);
      case Condition.ClaimCompare _, Condition.ClaimIn _, Condition.ClaimMissing _ ->
          ofCaller(condition).filter(truth -> truth).isPresent() ? Filter.EVERYTHING : NOTHING;
    };
  }

  private Filter fails(Relation relation, Condition condition) {
    return switch (condition) {
      case Condition.And and -> any(parts(relation, and.parts(), false));
      case Condition.Or or -> all(parts(relation, or.parts(), false));
      case Condition.Not not -> holds(relation, not.part());
      // Whether there is no such row cannot be known while it is not known which rows are such.
      case Condition.Exists exists ->
          sure(target(relation, exists), exists.condition())
              ? new Filter.Not(holds(relation, exists))
              : NOTHING;
      case Condition.In in when values(in.values()).isEmpty() -> NOTHING;
      case Condition.In in when in(relation, in).equals(NOTHING) ->
          new Filter.Not(new Filter.IsNull(in.column()));
      case Condition.Compare _, Condition.In _, Condition.Like _, Condition.IsNull _ ->
          ofColumn(relation, condition).<Filter>map(Filter.Not::new).orElse(NOTHING);
      case Condition.ClaimCompare _, Condition.ClaimIn _, Condition.ClaimMissing _ ->
          ofCaller(condition).filter(truth -> !truth).isPresent() ? Filter.EVERYTHING : NOTHING;
    };
  }

  private List<Filter> parts(Relation relation, List<Condition> parts, boolean holding) {
    return parts.stream()
        .map(part -> holding ? holds(relation, part) : fails(relation, part))
        .toList();
  }

  /** The conjunction, without what says nothing, or what is said already. */
  public static Filter all(List<Filter> parts) {
    List<Filter> telling =
        parts.stream().filter(part -> !part.equals(Filter.EVERYTHING)).distinct().toList();
    if (telling.contains(NOTHING)) {
      return NOTHING;
    }
    return telling.size() == 1 ? telling.getFirst() : new Filter.And(telling);
  }

  /** The disjunction, without what is never true. */
  public static Filter any(List<Filter> parts) {
    List<Filter> telling = parts.stream().filter(part -> !part.equals(NOTHING)).distinct().toList();
    if (telling.contains(Filter.EVERYTHING)) {
      return Filter.EVERYTHING;
    }
    return telling.size() == 1 ? telling.getFirst() : new Filter.Or(telling);
  }

  /** Empty if it is unknown of every row. */
  private Optional<Filter> ofColumn(Relation relation, Condition condition) {
    return switch (condition) {
      case Condition.Compare compare ->
          value(compare.value())
              .flatMap(value -> fit(relation, compare.column(), value))
              .map(value -> new Filter.Compare(compare.column(), compare.comparison(), value));
      case Condition.In in -> Optional.of(in(relation, in));
      case Condition.Like like ->
          Optional.of(new Filter.Like(like.column(), like.pattern(), false));
      case Condition.IsNull isNull -> Optional.of(new Filter.IsNull(isNull.column()));
      default -> throw new IllegalStateException("not about a column");
    };
  }

  private Filter in(Relation relation, Condition.In in) {
    List<Object> fitting = new ArrayList<>();
    for (Operand operand : in.values()) {
      elements(operand).forEach(each -> fit(relation, in.column(), each).ifPresent(fitting::add));
    }
    return fitting.isEmpty() ? NOTHING : new Filter.In(in.column(), fitting);
  }

  /** The value as filters take it; empty if it is none that the column could have. */
  public static Optional<Object> fit(Relation relation, String column, Object value) {
    return relation.column(column).flatMap(found -> Fitting.fit(value, found.type()));
  }

  /** Whether it is true of the caller; empty if that is not known. */
  private Optional<Boolean> ofCaller(Condition condition) {
    return switch (condition) {
      case Condition.ClaimMissing missing ->
          Optional.of(!claims.containsKey(missing.claim().name()));
      case Condition.ClaimIn in ->
          value(in.claim())
              .flatMap(
                  value ->
                      values(in.values())
                          .map(all -> all.stream().anyMatch(each -> equal(each, value))));
      case Condition.ClaimCompare compare ->
          value(compare.claim())
              .flatMap(
                  left ->
                      value(compare.value())
                          .flatMap(right -> compared(left, right))
                          .map(order -> test(compare.comparison(), order)));
      default -> throw new IllegalStateException("not about the caller");
    };
  }

  private static boolean equal(Object one, Object other) {
    return compared(one, other).filter(order -> order == 0).isPresent();
  }

  /** Their order; empty if they cannot be compared. */
  private static Optional<Integer> compared(Object one, Object other) {
    if (one instanceof Number && other instanceof Number) {
      return Optional.of(
          new BigDecimal(one.toString()).compareTo(new BigDecimal(other.toString())));
    }
    if (one instanceof String text && other instanceof String than) {
      return Optional.of(text.compareTo(than));
    }
    return one instanceof Boolean truth && other instanceof Boolean than
        ? Optional.of(truth.compareTo(than))
        : Optional.empty();
  }

  private static boolean test(Comparison comparison, int order) {
    return switch (comparison) {
      case EQUAL -> order == 0;
      case NOT_EQUAL -> order != 0;
      case LESS -> order < 0;
      case LESS_OR_EQUAL -> order <= 0;
      case GREATER -> order > 0;
      case GREATER_OR_EQUAL -> order >= 0;
    };
  }

  /** The one value of an operand; empty for a claim that is missing or a list. */
  public Optional<Object> value(Operand operand) {
    return switch (operand) {
      case Operand.Literal literal -> Optional.of(literal.value());
      case Operand.Claim claim ->
          Optional.ofNullable(claims.get(claim.name())).filter(value -> !(value instanceof List));
    };
  }

  /** The same as one of a column's, as bodies have them; empty if it cannot be one. */
  public Optional<Object> value(Operand operand, Relation relation, String column) {
    return value(operand)
        .flatMap(
            value -> relation.column(column).flatMap(found -> Fitting.given(value, found.type())));
  }

  private List<Object> elements(Operand operand) {
    if (operand instanceof Operand.Claim claim && claims.get(claim.name()) instanceof List<?> all) {
      return List.copyOf(all);
    }
    return value(operand).stream().toList();
  }

  /** The values of a list; empty if one of them is missing. */
  private Optional<List<Object>> values(List<Operand> operands) {
    List<Object> values = new ArrayList<>();
    for (Operand operand : operands) {
      if (operand instanceof Operand.Claim claim && !claims.containsKey(claim.name())) {
        return Optional.empty();
      }
      values.addAll(elements(operand));
    }
    return Optional.of(values);
  }

  /** Whether all claims are there that a condition asks for, and fit. */
  private boolean sure(Relation relation, Condition condition) {
    return switch (condition) {
      case Condition.And and -> and.parts().stream().allMatch(part -> sure(relation, part));
      case Condition.Or or -> or.parts().stream().allMatch(part -> sure(relation, part));
      case Condition.Not not -> sure(relation, not.part());
      case Condition.Exists exists -> sure(target(relation, exists), exists.condition());
      case Condition.Compare _ -> ofColumn(relation, condition).isPresent();
      case Condition.In in -> values(in.values()).isPresent();
      case Condition.ClaimCompare _, Condition.ClaimIn _ -> ofCaller(condition).isPresent();
      case Condition.Like _, Condition.IsNull _, Condition.ClaimMissing _ -> true;
    };
  }

  private Relation target(Relation relation, Condition.Exists exists) {
    return target(relationship(relation, exists.relationship()));
  }

  private Relationship relationship(Relation relation, String name) {
    return catalog
        .relationship(relation.name(), name)
        .orElseThrow(() -> new IllegalStateException("names were checked for this catalog"));
  }

  private Relation target(Relationship relationship) {
    return catalog
        .relation(relationship.to())
        .orElseThrow(() -> new IllegalStateException("a relationship leads to a relation"));
  }
}
