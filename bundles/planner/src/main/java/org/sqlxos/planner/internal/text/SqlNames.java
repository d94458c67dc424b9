package org.sqlxos.planner.internal.text;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.schema.Table;
import org.jspecify.annotations.Nullable;
import org.sqlxos.catalog.api.CatalogSnapshot;
import org.sqlxos.catalog.api.Relation;
import org.sqlxos.problem.api.ProblemException;

/**
 * Finds the catalog's names by those of a statement: as they are written, and without quotes also
 * in another case where only one fits.
 *
 * @param relation what the statement is about
 * @param alias the other name it has in the statement; empty if none
 */
record SqlNames(Relation relation, String alias) {

  static SqlNames of(Table table, CatalogSnapshot catalog) {
    Table plain = new Table(table.getSchemaName(), table.getName());
    plain.setAlias(table.getAlias());
    if (!plain.toString().equals(table.toString())) {
      throw more("\"%s\" is more than a table's name".formatted(table.getUnquotedName()));
    }
    String schema = table.getSchemaName();
    List<Relation> relations =
        catalog.relations().stream()
            .filter(
                each ->
                    schema == null
                        ? each.name().schema().equals(catalog.database().defaultSchema())
                        : same(schema, each.name().schema()))
            .toList();
    Relation found =
        find(table.getName(), relations, each -> each.name().name())
            .orElseThrow(
                () ->
                    SqlProblem.NOT_READ.problem(
                        "There is no table \"%s\"".formatted(table.getUnquotedName()),
                        "Write the name as the catalog has it, in double quotes."));
    return new SqlNames(
        found, table.getAlias() == null ? "" : unquoted(table.getAlias().getName()));
  }

  /** The name of the column that an expression is. */
  String column(Expression expression) {
    return asColumn(expression)
        .orElseThrow(() -> more("An expression stands where only a column can"));
  }

  /** The name of the column, if the expression is one. */
  Optional<String> asColumn(Expression expression) {
    if (!(expression instanceof Column column)) {
      return Optional.empty();
    }
    if (column.getArrayConstructor() != null || column.getOldOracleJoinSyntax() != 0) {
      throw more("\"%s\" is more than a column's name".formatted(column.getUnquotedColumnName()));
    }
    @Nullable String table = column.getTable() == null ? null : column.getTable().getName();
    if (table != null && !same(table, alias.isEmpty() ? relation.name().name() : alias)) {
      throw SqlProblem.NOT_READ.problem(
          "The statement has no table \"%s\"".formatted(unquoted(table)));
    }
    return Optional.of(
        find(column.getColumnName(), relation.columns(), org.sqlxos.catalog.api.Column::name)
            .map(org.sqlxos.catalog.api.Column::name)
            .orElseThrow(
                () ->
                    SqlProblem.NOT_READ.problem(
                        "\"%s\" has no column \"%s\""
                            .formatted(relation.name(), column.getUnquotedColumnName()),
                        "Write the name as the catalog has it, in double quotes.")));
  }

  private static <T> Optional<T> find(String written, List<T> all, Function<T, String> name) {
    String wanted = unquoted(written);
    Optional<T> exact = all.stream().filter(each -> name.apply(each).equals(wanted)).findFirst();
    if (exact.isPresent() || !wanted.equals(written)) {
      return exact;
    }
    List<T> alike = all.stream().filter(each -> name.apply(each).equalsIgnoreCase(wanted)).toList();
    return alike.size() == 1 ? Optional.of(alike.getFirst()) : Optional.empty();
  }

  private static boolean same(String written, String name) {
    String wanted = unquoted(written);
    return wanted.equals(written) ? wanted.equalsIgnoreCase(name) : wanted.equals(name);
  }

  static String unquoted(String name) {
    if (name.length() < 2) {
      return name;
    }
    char first = name.charAt(0);
    char last = name.charAt(name.length() - 1);
    boolean quoted = first == '"' && last == '"' || first == '`' && last == '`';
    String quote = String.valueOf(first);
    return quoted ? name.substring(1, name.length() - 1).replace(quote + quote, quote) : name;
  }

  /** More than is translated. */
  static ProblemException more(String what) {
    return SqlProblem.NOT_TRANSLATED.problem(
        what, "Served are SELECT, INSERT, UPDATE and DELETE of one table with plain conditions.");
  }
}
