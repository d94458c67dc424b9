package org.sqlxos.catalog.internal.introspect;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.sqlxos.catalog.api.Column;
import org.sqlxos.catalog.api.Column.Origin;
import org.sqlxos.catalog.api.Permission;
import org.sqlxos.catalog.api.Relation;
import org.sqlxos.catalog.api.RelationName;
import org.sqlxos.catalog.api.Routine;
import org.sqlxos.catalog.api.Schema;
import org.sqlxos.catalog.api.Table;
import org.sqlxos.catalog.api.TextIndex;
import org.sqlxos.catalog.api.View;
import org.sqlxos.wirepack.api.IntrospectionQuery;
import org.sqlxos.wirepack.api.PackDescription;
import org.sqlxos.wirepack.api.TypeTable;

/** Makes the model of the answers to all questions. */
final class SchemaModel {

  static final Comparator<RelationName> BY_NAME =
      Comparator.comparing(RelationName::schema).thenComparing(RelationName::name);

  private final boolean checksTold;
  private final TypeTable types;
  private final List<Row> relations;
  private final Map<IntrospectionQuery, Map<RelationName, List<Row>>> details =
      new LinkedHashMap<>();
  private final ForeignKeys foreignKeys;
  private final Map<String, List<Routine>> routines;

  SchemaModel(PackDescription pack, Map<IntrospectionQuery, List<Row>> answers) {
    this.checksTold = answers.containsKey(IntrospectionQuery.CHECKS);
    this.types = new TypeTable(pack.types(), pack.decimalDigits());
    this.relations = answers.getOrDefault(IntrospectionQuery.RELATIONS, List.of());
    for (IntrospectionQuery query :
        List.of(
            IntrospectionQuery.COLUMNS,
            IntrospectionQuery.KEYS,
            IntrospectionQuery.FOREIGN_KEYS,
            IntrospectionQuery.INDEXES,
            IntrospectionQuery.CHECKS,
            IntrospectionQuery.TEXT_INDEXES)) {
      details.put(query, Rows.byRelation(answers.getOrDefault(query, List.of())));
    }
    this.routines =
        new Routines(types)
            .bySchema(
                answers.getOrDefault(IntrospectionQuery.ROUTINES, List.of()),
                answers.getOrDefault(IntrospectionQuery.PARAMETERS, List.of()));
    this.foreignKeys =
        new ForeignKeys(Keys.primary(details.getOrDefault(IntrospectionQuery.KEYS, Map.of())));
  }

  /**
   * All schemas and relations, sorted; a relation without columns cannot be read and is left out.
   */
  List<Schema> schemas() {
    Map<String, Map<String, Relation>> schemas = new TreeMap<>();
    routines.keySet().forEach(schema -> schemas.put(schema, new TreeMap<>()));
    for (Row row : relations) {
      List<Column> columns =
          rows(IntrospectionQuery.COLUMNS, row.relation()).stream().map(this::column).toList();
      if (!columns.isEmpty()) {
        schemas
            .computeIfAbsent(row.text(0), ignored -> new TreeMap<>())
            .put(row.text(1), relation(row, columns));
      }
    }
    return schemas.entrySet().stream()
        .map(
            entry ->
                new Schema(
                    entry.getKey(),
                    List.copyOf(entry.getValue().values()),
                    routines.getOrDefault(entry.getKey(), List.of())))
        .toList();
  }

  private List<Row> rows(IntrospectionQuery query, RelationName relation) {
    return details.getOrDefault(query, Map.of()).getOrDefault(relation, List.of());
  }

  private Column column(Row row) {
    String nativeType = row.optional(3).orElse("");
    Origin origin =
        switch (row.text(5)) {
          case "stored" -> Origin.STORED;
          case "identity" -> Origin.IDENTITY;
          case "generated" -> Origin.GENERATED;
          default -> throw row.unknown(5, "is \"" + row.text(5) + "\"; an origin expected");
        };
    return new Column(
        row.text(2),
        types.universal(nativeType),
        nativeType,
        row.flag(4),
        origin,
        row.optional(6),
        row.optional(7));
  }

  private Relation relation(Row row, List<Column> columns) {
    return switch (row.text(2)) {
      case "table" -> table(row, columns);
      case "view" ->
          new View(
              row.relation(),
              columns,
              row.optional(3),
              changes(row),
              row.optional(5),
              textIndexes(row.relation(), columns));
      default -> throw row.unknown(2, "is \"" + row.text(2) + "\"; table or view expected");
    };
  }

  private Table table(Row row, List<Column> columns) {
    RelationName name = row.relation();
    List<Row> keys = rows(IntrospectionQuery.KEYS, name);
    Set<String> options = options(row.optional(4));
    Checks checks =
        checksTold
            ? Checks.told(name.name(), rows(IntrospectionQuery.CHECKS, name), options)
            : Checks.read(name.name(), row.optional(3).orElse(""), options);
    return new Table(
        name,
        checks.typed(columns),
        Keys.keys(name, keys, "primary").stream().findFirst(),
        Keys.keys(name, keys, "unique"),
        foreignKeys.read(name, rows(IntrospectionQuery.FOREIGN_KEYS, name)),
        checks.checks(),
        Keys.indexes(rows(IntrospectionQuery.INDEXES, name)),
        checks.options(options),
        row.optional(5),
        textIndexes(name, columns));
  }

  private List<TextIndex> textIndexes(RelationName name, List<Column> columns) {
    return TextIndexes.read(rows(IntrospectionQuery.TEXT_INDEXES, name), columns);
  }

  /** How the rows of a view can be changed. */
  private static Set<Permission> changes(Row row) {
    Set<String> options = options(row.optional(4));
    return Arrays.stream(Permission.values())
        .filter(permission -> permission != Permission.READ)
        .filter(permission -> options.contains(permission.name().toLowerCase(Locale.ROOT)))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Set<String> options(Optional<String> list) {
    return Arrays.stream(list.orElse("").split(",", -1))
        .map(option -> option.strip().toLowerCase(Locale.ROOT))
        .filter(option -> !option.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }
}
