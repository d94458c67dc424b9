package org.sqlxos.jdbc.internal.metadata;

import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.sqlxos.jdbc.internal.link.Link;
import org.sqlxos.jdbc.internal.metadata.Introspection.Row;
import org.sqlxos.wirepack.api.IntrospectionQuery;

/** Keys and indexes, as {@link DatabaseMetaData} tells them. */
public class Keys extends Relations {

  private static final String REFERENCES =
      "PKTABLE_CAT,PKTABLE_SCHEM,PKTABLE_NAME,PKCOLUMN_NAME,FKTABLE_CAT,FKTABLE_SCHEM,"
          + "FKTABLE_NAME,FKCOLUMN_NAME,KEY_SEQ#,UPDATE_RULE#,DELETE_RULE#,FK_NAME,PK_NAME,"
          + "DEFERRABILITY#";

  Keys(Link link) {
    super(link);
  }

  private static boolean is(@Nullable String wanted, String name) {
    return wanted == null || wanted.equals(name);
  }

  public ResultSet getPrimaryKeys(
      @Nullable String catalog, @Nullable String schema, @Nullable String name)
      throws SQLException {
    Table table = new Table("TABLE_CAT,TABLE_SCHEM,TABLE_NAME,COLUMN_NAME,KEY_SEQ#,PK_NAME");
    String own = catalog();
    Map<List<String>, Integer> counts = new LinkedHashMap<>();
    for (Row row : introspection.ask(IntrospectionQuery.KEYS)) {
      boolean wanted = here(catalog, own) && is(schema, row.text(0)) && is(name, row.text(1));
      if (wanted && row.text(3).equals("primary")) {
        int place = counts.merge(row.relation(), 1, Integer::sum);
        table.add(own, orNull(row.text(0)), row.text(1), row.text(4), place, row.orNull(2));
      }
    }
    return table.sorted(3).result();
  }

  public ResultSet getIndexInfo(
      @Nullable String catalog,
      @Nullable String schema,
      @Nullable String name,
      boolean unique,
      boolean approximate)
      throws SQLException {
    Table table =
        new Table(
            "TABLE_CAT,TABLE_SCHEM,TABLE_NAME,NON_UNIQUE?,INDEX_QUALIFIER,INDEX_NAME,TYPE#,"
                + "ORDINAL_POSITION#,COLUMN_NAME,ASC_OR_DESC,CARDINALITY#,PAGES#,"
                + "FILTER_CONDITION");
    String own = catalog();
    Map<List<String>, Integer> counts = new LinkedHashMap<>();
    for (Row row : introspection.ask(IntrospectionQuery.INDEXES)) {
      int place = counts.merge(List.of(row.text(0), row.text(1), row.text(2)), 1, Integer::sum);
      boolean wanted = here(catalog, own) && is(schema, row.text(0)) && is(name, row.text(1));
      if (wanted && (!unique || row.flag(3))) {
        table.add(
            own,
            orNull(row.text(0)),
            row.text(1),
            !row.flag(3),
            null,
            row.text(2),
            (int) DatabaseMetaData.tableIndexOther,
            place,
            row.orNull(4),
            row.flag(5) ? "D" : "A",
            null,
            null,
            row.orNull(6));
      }
    }
    return table.sorted(3, 6, 5, 7).result();
  }

  public ResultSet getImportedKeys(
      @Nullable String catalog, @Nullable String schema, @Nullable String name)
      throws SQLException {
    return references(catalog, reference -> reference.from(schema, name)).sorted(1, 2, 8).result();
  }

  public ResultSet getExportedKeys(
      @Nullable String catalog, @Nullable String schema, @Nullable String name)
      throws SQLException {
    return references(catalog, reference -> reference.to(schema, name)).sorted(5, 6, 8).result();
  }

  public ResultSet getCrossReference(
      @Nullable String catalog,
      @Nullable String schema,
      @Nullable String name,
      @Nullable String foreignCatalog,
      @Nullable String foreignSchema,
      @Nullable String foreignName)
      throws SQLException {
    return references(
            Objects.requireNonNullElse(catalog, foreignCatalog),
            reference -> reference.to(schema, name) && reference.from(foreignSchema, foreignName))
        .sorted(5, 6, 8)
        .result();
  }

  /** One foreign key, its columns in order. */
  private record Reference(List<Row> parts) {

    Row first() {
      return parts.getFirst();
    }

    boolean from(@Nullable String schema, @Nullable String name) {
      return is(schema, first().text(0)) && is(name, first().text(1));
    }

    boolean to(@Nullable String schema, @Nullable String name) {
      return is(schema, first().text(4)) && is(name, first().text(5));
    }

    List<String> target() {
      return List.of(first().text(4), first().text(5));
    }
  }

  private Table references(@Nullable String catalog, Predicate<Reference> wanted)
      throws SQLException {
    Table table = new Table(REFERENCES);
    String own = catalog();
    if (!here(catalog, own)) {
      return table;
    }
    Map<List<String>, List<Row>> byName = new LinkedHashMap<>();
    for (Row row : introspection.ask(IntrospectionQuery.FOREIGN_KEYS)) {
      byName
          .computeIfAbsent(List.of(row.text(0), row.text(1), row.text(2)), _ -> new ArrayList<>())
          .add(row);
    }
    List<Key> keys = keys();
    for (List<Row> parts : byName.values()) {
      Reference reference = new Reference(parts);
      if (wanted.test(reference)) {
        add(table, own, reference, keys);
      }
    }
    return table;
  }

  /** A key that others can refer to. */
  private record Key(
      List<String> relation, @Nullable String name, boolean primary, List<String> columns) {}

  private List<Key> keys() throws SQLException {
    Map<List<String>, Key> keys = new LinkedHashMap<>();
    for (Row row : introspection.ask(IntrospectionQuery.KEYS)) {
      keys.computeIfAbsent(
              List.of(row.text(0), row.text(1), row.text(2), row.text(3)),
              _ ->
                  new Key(
                      row.relation(),
                      row.orNull(2),
                      row.text(3).equals("primary"),
                      new ArrayList<>()))
          .columns()
          .add(row.text(4));
    }
    return List.copyOf(keys.values());
  }

  private static void add(
      Table table, @Nullable String catalog, Reference reference, List<Key> keys) {
    List<String> named = reference.parts().stream().map(row -> row.text(6)).toList();
    Optional<Key> target =
        keys.stream()
            .filter(key -> key.relation().equals(reference.target()))
            .filter(key -> named.contains("") ? key.primary() : key.columns().equals(named))
            .findFirst();
    for (int i = 0; i < named.size(); i++) {
      Row row = reference.parts().get(i);
      int place = i;
      String column =
          named.get(i).isEmpty()
              ? target.map(key -> key.columns().get(place)).orElse("")
              : named.get(i);
      table.add(
          catalog,
          orNull(row.text(4)),
          row.text(5),
          column,
          catalog,
          orNull(row.text(0)),
          row.text(1),
          row.text(3),
          i + 1,
          rule(row.text(8)),
          rule(row.text(7)),
          row.orNull(2),
          target.map(Key::name).orElse(null),
          DatabaseMetaData.importedKeyNotDeferrable);
    }
  }

  private static int rule(String action) {
    return switch (action) {
      case "CASCADE" -> DatabaseMetaData.importedKeyCascade;
      case "RESTRICT" -> DatabaseMetaData.importedKeyRestrict;
      case "SET NULL" -> DatabaseMetaData.importedKeySetNull;
      case "SET DEFAULT" -> DatabaseMetaData.importedKeySetDefault;
      default -> DatabaseMetaData.importedKeyNoAction;
    };
  }
}
