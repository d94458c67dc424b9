package org.sqlxos.catalog.internal.introspect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sqlxos.catalog.api.Check;
import org.sqlxos.catalog.api.Column;
import org.sqlxos.catalog.internal.ddl.LabelList;
import org.sqlxos.catalog.internal.ddl.TableDefinition;
import org.sqlxos.type.api.UniversalType.EnumType;
import org.sqlxos.type.api.UniversalType.TextType;

/**
 * The checks of one table, and what they say about the types of its columns.
 *
 * @param checks all of them
 * @param collated whether the table compares text otherwise than octet by octet
 */
record Checks(List<Check> checks, boolean collated) {

  /** The option of a table whose columns compare text otherwise than octet by octet. */
  static final String COLLATED = "collated";

  /** From the rows that a pack's own statement brings. */
  static Checks told(String relation, List<Row> rows, Set<String> options) {
    List<Check> checks = new ArrayList<>();
    for (Row row : rows) {
      String derived = relation + "_check_" + (checks.size() + 1);
      checks.add(new Check(row.optional(2).orElse(derived), row.text(3)));
    }
    return new Checks(checks, options.contains(COLLATED));
  }

  /** From DDL. */
  static Checks read(String relation, String definition, Set<String> options) {
    TableDefinition table = new TableDefinition(relation, definition);
    return new Checks(table.checks(), options.contains(COLLATED) || table.collated());
  }

  Set<String> options(Set<String> told) {
    return collated
        ? Stream.concat(told.stream(), Stream.of(COLLATED)).collect(Collectors.toUnmodifiableSet())
        : told;
  }

  /**
   * The columns, those of text that may hold nothing but some labels made enums. Not where a
   * collation may make other texts equal to a label.
   */
  List<Column> typed(List<Column> columns) {
    if (collated) {
      return columns;
    }
    Map<String, EnumType> exact = new HashMap<>();
    Map<String, EnumType> anyCase = new HashMap<>();
    for (Check check : checks) {
      LabelList.read(check.expression())
          .ifPresent(
              list -> {
                EnumType type = new EnumType(list.labels());
                exact.putIfAbsent(list.column(), type);
                anyCase.putIfAbsent(list.column().toLowerCase(Locale.ROOT), type);
              });
    }
    return exact.isEmpty()
        ? columns
        : columns.stream().map(column -> typed(column, exact, anyCase)).toList();
  }

  private static Column typed(
      Column column, Map<String, EnumType> exact, Map<String, EnumType> anyCase) {
    EnumType type = exact.get(column.name());
    if (type == null) {
      type = anyCase.get(column.name().toLowerCase(Locale.ROOT));
    }
    if (type == null || !(column.type() instanceof TextType)) {
      return column;
    }
    return new Column(
        column.name(),
        type,
        column.nativeType(),
        column.nullable(),
        column.origin(),
        column.defaultExpression(),
        column.comment());
  }
}
