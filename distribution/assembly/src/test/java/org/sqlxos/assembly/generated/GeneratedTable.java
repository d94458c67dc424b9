package org.sqlxos.assembly.generated;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A table.
 *
 * @param key how many of the columns, from the first, are its key
 * @param parent the table that the last columns refer to, as many as its key has
 * @param rowid whether it is an ordinary table, not one WITHOUT ROWID
 */
public record GeneratedTable(
    String name,
    List<GeneratedColumn> columns,
    int key,
    Optional<GeneratedTable> parent,
    boolean rowid) {

  private static final int MOST_COLUMNS = 12;

  static GeneratedTable any(Random random, String name, List<GeneratedTable> others) {
    List<GeneratedColumn> columns = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    int key = random.nextInt(3) == 0 ? 2 : 1;
    for (int i = 0; i < key; i++) {
      columns.add(GeneratedColumn.key(random, fresh(random, taken)));
    }
    for (int i = 1 + random.nextInt(MOST_COLUMNS); i > 0; i--) {
      columns.add(GeneratedColumn.any(random, fresh(random, taken)));
    }
    Optional<GeneratedTable> parent =
        others.isEmpty() || random.nextInt(3) == 0
            ? Optional.empty()
            : Optional.of(others.get(random.nextInt(others.size())));
    parent.ifPresent(
        table ->
            table
                .keyColumns()
                .forEach(column -> columns.add(column.named(fresh(random, taken), true))));
    return new GeneratedTable(name, List.copyOf(columns), key, parent, random.nextInt(3) > 0);
  }

  /** A name that none of the others is, whatever the case of its letters. */
  static String fresh(Random random, Set<String> taken) {
    String name = Words.name(random);
    while (!taken.add(name.toLowerCase(Locale.ROOT).toUpperCase(Locale.ROOT))) {
      name = name + Words.name(random);
    }
    return name;
  }

  public List<GeneratedColumn> keyColumns() {
    return columns.subList(0, key);
  }

  String ddl() {
    List<String> parts =
        columns.stream()
            .map(
                column ->
                    column.quoted() + " " + column.type() + (column.nullable() ? "" : " NOT NULL"))
            .collect(Collectors.toCollection(ArrayList::new));
    parts.add("PRIMARY KEY (" + names(keyColumns()) + ")");
    parent.ifPresent(
        table ->
            parts.add(
                "FOREIGN KEY (%s) REFERENCES %s (%s)"
                    .formatted(
                        names(columns.subList(columns.size() - table.key(), columns.size())),
                        GeneratedColumn.quote(table.name()),
                        names(table.keyColumns()))));
    return "CREATE TABLE %s (%s)%s"
        .formatted(
            GeneratedColumn.quote(name), String.join(", ", parts), rowid ? "" : " WITHOUT ROWID");
  }

  private static String names(List<GeneratedColumn> columns) {
    return columns.stream().map(GeneratedColumn::quoted).collect(Collectors.joining(", "));
  }

  /**
   * Rows with different keys that refer to rows of the parent, or to nothing.
   *
   * @param parents the rows of the parent; empty if there is none
   */
  public List<ObjectNode> rows(Random random, int count, List<ObjectNode> parents) {
    Map<String, ObjectNode> rows = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      ObjectNode row = JsonNodeFactory.withExactBigDecimals(true).objectNode();
      columns.forEach(column -> row.set(column.name(), column.value(random)));
      parent.ifPresent(table -> refer(row, table, random, parents));
      rows.putIfAbsent(
          keyColumns().stream()
              .map(column -> row.get(column.name()).toString())
              .collect(Collectors.joining("\0")),
          row);
    }
    return List.copyOf(rows.values());
  }

  private void refer(
      ObjectNode row, GeneratedTable table, Random random, List<ObjectNode> parents) {
    boolean nothing = parents.isEmpty() || random.nextInt(4) == 0;
    ObjectNode target = nothing ? null : parents.get(random.nextInt(parents.size()));
    for (int i = 0; i < table.key(); i++) {
      JsonNode value =
          target == null ? NullNode.getInstance() : target.get(table.columns().get(i).name());
      row.set(columns.get(columns.size() - table.key() + i).name(), value);
    }
  }

  /** A query by which another program reads all rows: the columns as text, bytes as digits. */
  public String query() {
    return "SELECT "
        + columns.stream()
            .map(GeneratedColumn::quoted)
            .map(
                column -> "iif(typeof(%s) = 'blob', hex(%s), %s)".formatted(column, column, column))
            .collect(Collectors.joining(", "))
        + " FROM "
        + GeneratedColumn.quote(name);
  }
}
