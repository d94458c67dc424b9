package org.sqlxos.planner.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sqlxos.catalog.api.Column;
import org.sqlxos.catalog.api.Key;
import org.sqlxos.catalog.api.Relation;
import org.sqlxos.dialect.api.Syntax;
import org.sqlxos.operation.api.Default;
import org.sqlxos.operation.api.Filter;
import org.sqlxos.operation.api.Mutation;
import org.sqlxos.operation.api.ReadBack.Evaluated;
import org.sqlxos.operation.api.ResultColumn;
import org.sqlxos.operation.api.TargetStatement;
import org.sqlxos.type.api.UniversalType;

/**
 * The key by which inserted rows are found again.
 *
 * <p>The values of a key's column are the caller's, or the identity that the database gives, or the
 * column's DEFAULT. The latter may differ each time ({@code uuid()}), so the database evaluates it
 * beforehand and the insert takes the value: that costs a statement, hence a key without it wins.
 */
final class InsertedKey {

  /** Where the values of one column come from. */
  private sealed interface Part {}

  /** From the caller, at this place of each row. */
  private record Given(int place) implements Part {}

  private record Identity() implements Part {}

  private record DefaultValue(String expression) implements Part {}

  private final Key key;
  private final List<Part> parts;
  private final List<List<Object>> values = new ArrayList<>();
  private final List<String> expressions = new ArrayList<>();

  private InsertedKey(Key key, List<Part> parts, Mutation.Insert insert) {
    this.key = key;
    this.parts = parts;
    for (int row = 0; row < insert.rows().size(); row++) {
      List<Object> ofRow = new ArrayList<>();
      for (Part part : parts) {
        ofRow.add(value(part, insert.rows().get(row), row));
      }
      values.add(ofRow);
    }
  }

  private Object value(Part part, List<@Nullable Object> row, int ordinal) {
    return switch (part) {
      case Given given -> Objects.requireNonNull(row.get(given.place()));
      case Identity _ -> new GeneratedKey(ordinal);
      case DefaultValue defaultValue -> {
        expressions.add(defaultValue.expression());
        yield new Evaluated(expressions.size() - 1);
      }
    };
  }

  /** The best of some keys; nothing if none can be known. */
  static Optional<InsertedKey> of(
      Mutation.Insert insert, Relation relation, List<Key> keys, Syntax syntax) {
    Optional<InsertedKey> evaluated = Optional.empty();
    for (Key key : keys) {
      List<Part> parts = new ArrayList<>();
      for (String name : key.columns()) {
        relation
            .column(name)
            .flatMap(column -> part(insert, relation, column, syntax))
            .ifPresent(parts::add);
      }
      if (parts.size() == key.columns().size()) {
        InsertedKey known = new InsertedKey(key, parts, insert);
        if (known.expressions.isEmpty()) {
          return Optional.of(known);
        }
        evaluated = evaluated.or(() -> Optional.of(known));
      }
    }
    return evaluated;
  }

  private static Optional<Part> part(
      Mutation.Insert insert, Relation relation, Column column, Syntax syntax) {
    int place = insert.columns().indexOf(column.name());
    if (place >= 0) {
      boolean known =
          insert.rows().stream()
              .map(row -> row.get(place))
              .allMatch(value -> value != null && value != Default.DEFAULT);
      return known ? Optional.of(new Given(place)) : Optional.empty();
    }
    return switch (column.origin()) {
      case IDENTITY ->
          tellsIdentity(syntax, insert.rows().size())
              ? Optional.of(new Identity())
              : Optional.empty();
      case GENERATED -> Optional.empty();
      // What refers to other columns of the row has its meaning within the insert only.
      case STORED ->
          column
              .defaultExpression()
              .filter(expression -> !names(expression, relation, syntax.identifierQuote()))
              .map(DefaultValue::new);
    };
  }

  private static boolean tellsIdentity(Syntax syntax, int rows) {
    String told = syntax.readBack().orElseThrow().generatedKey();
    return rows == 1 ? !told.isEmpty() : told.contains("$1");
  }

  private static boolean names(String expression, Relation relation, char identifierQuote) {
    return relation.columns().stream()
        .anyMatch(column -> expression.contains(identifierQuote + column.name() + identifierQuote));
  }

  /** True of the inserted rows alone. */
  Filter filter() {
    if (values.size() == 1) {
      return equal(values.getFirst());
    }
    if (key.columns().size() == 1) {
      return new Filter.In(key.columns().getFirst(), values.stream().map(List::getFirst).toList());
    }
    return new Filter.Or(values.stream().map(this::equal).toList());
  }

  private Filter equal(List<Object> ofRow) {
    return Filter.equal(key.columns(), ofRow);
  }

  /** Ends the query for the rows such that they come in the order in which they were inserted. */
  void order(SqlText sql, Relation relation) {
    if (values.size() < 2) {
      return;
    }
    sql.add(" ORDER BY ");
    for (int i = 0; i < parts.size(); i++) {
      if (parts.get(i) instanceof Identity) {
        sql.column(relation.name().name(), key.columns().get(i));
        return;
      }
    }
    sql.add("CASE");
    for (int row = 0; row < values.size(); row++) {
      sql.add(" WHEN ");
      new FilterText(sql, relation).condition(equal(values.get(row)));
      sql.add(" THEN " + row);
    }
    sql.add(" END");
  }

  /** The insert, taking the evaluated values. */
  Mutation.Insert withEvaluated(Mutation.Insert insert) {
    if (expressions.isEmpty()) {
      return insert;
    }
    List<String> columns = new ArrayList<>(insert.columns());
    List<List<@Nullable Object>> rows = new ArrayList<>();
    insert.rows().forEach(row -> rows.add(new ArrayList<@Nullable Object>(row)));
    for (int part = 0; part < parts.size(); part++) {
      if (parts.get(part) instanceof DefaultValue) {
        columns.add(key.columns().get(part));
        for (int row = 0; row < rows.size(); row++) {
          rows.get(row).add(values.get(row).get(part));
        }
      }
    }
    return insert.withRows(columns, rows);
  }

  /** The query for the evaluated values, if there are any. */
  Optional<TargetStatement> evaluation(SqlText sql) {
    if (expressions.isEmpty()) {
      return Optional.empty();
    }
    // The expressions are the schema's own text, not the caller's.
    sql.add("SELECT ").list(expressions, expression -> sql.add("(").add(expression).add(")"));
    sql.add(sql.syntax().forms().oneRow());
    List<ResultColumn> columns = new ArrayList<>();
    for (int i = 0; i < expressions.size(); i++) {
      columns.add(new ResultColumn("value_" + i, UniversalType.ANY));
    }
    return Optional.of(sql.target(columns, false));
  }
}
