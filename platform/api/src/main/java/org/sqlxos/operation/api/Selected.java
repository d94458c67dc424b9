package org.sqlxos.operation.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.sqlxos.catalog.api.Relationship;
import org.sqlxos.catalog.api.Relationship.Cardinality;
import org.sqlxos.type.api.UniversalType;

/** One part of what a {@link Query} wants of each row. */
public sealed interface Selected {

  /** As it appears in the answer. */
  String name();

  /** A column of the relation. */
  record Field(String name, String column) implements Selected {}

  /**
   * Related rows: an object or null where there is at most one, an array where there may be many.
   *
   * @param through the rows between, where the related ones are reached by way of a relation that
   *     does nothing but connect
   * @param relationship leads to {@code query}'s relation, from the one around it or from that of
   *     {@code through}
   * @param query what is wanted of the related rows; not counted
   */
  record Embed(String name, Optional<Through> through, Relationship relationship, Query query)
      implements Selected {

    public Embed {
      if (!query.relation().equals(relationship.to())) {
        throw new IllegalArgumentException(
            "\"%s\" does not lead to \"%s\"".formatted(relationship.name(), query.relation()));
      }
    }

    /** Rows at the other end of a foreign key. */
    public Embed(String name, Relationship relationship, Query query) {
      this(name, Optional.empty(), relationship, query);
    }

    /** Whether it is an array. */
    public boolean many() {
      return relationship.cardinality() == Cardinality.MANY
          || through
              .filter(step -> step.relationship().cardinality() == Cardinality.MANY)
              .isPresent();
    }

    /** The same of other rows. */
    public Embed withQuery(Query query) {
      return new Embed(name, through, relationship, query);
    }

    /** The same by way of other rows. */
    public Embed withThrough(Through through) {
      return new Embed(name, Optional.of(through), relationship, query);
    }
  }

  /**
   * The rows between two related ones.
   *
   * @param relationship leads to them
   * @param filter which of them connect
   */
  record Through(Relationship relationship, Filter filter) {}

  /**
   * One value of many rows.
   *
   * @param column what it is computed of; absent for the number of rows
   */
  record Aggregate(String name, Calculation function, Optional<String> column) implements Selected {
    public Aggregate {
      if (column.isEmpty() && function != Calculation.COUNT) {
        throw new IllegalArgumentException("only rows are counted without a column");
      }
    }

    /**
     * What its value is declared to be.
     *
     * @param columns the types of the relation's columns, by name
     */
    public UniversalType type(Function<String, UniversalType> columns) {
      UniversalType of = column.map(columns).orElse(UniversalType.ANY);
      return switch (function) {
        case COUNT -> new UniversalType.IntegerType(64);
        case MIN, MAX -> of;
        case SUM, AVG ->
            of instanceof UniversalType.FloatType
                ? new UniversalType.FloatType(64)
                : UniversalType.DecimalType.ANY_SIZE;
      };
    }
  }

  /** How many values become one. NULLs do not take part; of no value it is NULL, a count is 0. */
  enum Calculation {
    COUNT,
    SUM,
    AVG,
    MIN,
    MAX
  }

  /** Columns under their own names. */
  static List<Selected> fields(List<String> columns) {
    List<Selected> fields = new ArrayList<>(columns.size());
    for (String column : columns) {
      fields.add(new Field(column, column));
    }
    return fields;
  }
}
