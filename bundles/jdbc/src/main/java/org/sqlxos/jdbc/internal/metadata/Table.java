package org.sqlxos.jdbc.internal.metadata;

import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sqlxos.jdbc.internal.result.SqlxResultSet;
import org.sqlxos.jdbc.internal.rows.KeptRows;
import org.sqlxos.type.api.UniversalType;
import org.sqlxos.type.api.UniversalType.IntegerType;
import org.sqlxos.type.api.UniversalType.Simple;
import org.sqlxos.wirepack.api.DescribedColumn;
import org.sqlxos.wirepack.api.NativeType;

/** A result of the metadata in the making. */
final class Table {

  private final List<DescribedColumn> columns;
  private final List<List<@Nullable Object>> rows = new ArrayList<>();

  /**
   * @param columns names with commas between them, with # behind those of numbers, and ? behind
   *     those of truths
   */
  Table(String columns) {
    this.columns = Arrays.stream(columns.split(",", -1)).map(Table::column).toList();
  }

  private static DescribedColumn column(String spec) {
    String name = spec.strip();
    String bare =
        name.endsWith("#") || name.endsWith("?") ? name.substring(0, name.length() - 1) : name;
    UniversalType type =
        name.endsWith("#")
            ? new IntegerType(Integer.SIZE)
            : name.endsWith("?") ? Simple.BOOLEAN : UniversalType.TEXT;
    return new DescribedColumn(bare, new NativeType(type.notation(), type));
  }

  /** Adds a row of texts, whole numbers and truths; columns that are left out have no value. */
  Table add(@Nullable Object... values) {
    rows.add(Arrays.asList(Arrays.copyOf(values, columns.size())));
    return this;
  }

  /** Puts the rows into the order of some columns, counted from 0. */
  Table sorted(int... by) {
    Comparator<List<@Nullable Object>> order = (_, _) -> 0;
    for (int column : by) {
      order = order.thenComparing((a, b) -> compare(a.get(column), b.get(column)));
    }
    rows.sort(order);
    return this;
  }

  private static int compare(@Nullable Object first, @Nullable Object second) {
    if (first instanceof Integer a && second instanceof Integer b) {
      return Integer.compare(a, b);
    }
    return text(first).compareTo(text(second));
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }

  ResultSet result() {
    return SqlxResultSet.of(KeptRows.of(rows), columns);
  }
}
