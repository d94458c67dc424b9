package org.sqlxos.wirevm.internal.driver;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sqlxos.dialect.api.FoldedName;
import org.sqlxos.wirepack.api.IntrospectionQuery;
import org.sqlxos.wirevm.internal.pack.MetadataSettings;

/**
 * The questions about a schema, answered by the driver: {@code DatabaseMetaData} of JDBC 4.3. What
 * it does not know - checks, predicates of indexes, definitions of views - is not told.
 */
final class MetadataAnswers {

  /** A relation in the database's own words. */
  private record Place(@Nullable String schema, String name) {}

  private final Connection connection;
  private final MetadataSettings settings;
  private final NativeTypes types;

  MetadataAnswers(Connection connection, MetadataSettings settings) {
    this.connection = connection;
    this.settings = settings;
    this.types = new NativeTypes(settings.typeNames());
  }

  List<@Nullable String[]> answer(IntrospectionQuery question) throws SQLException {
    DatabaseMetaData metadata = connection.getMetaData();
    return switch (question) {
      case VERSION -> List.<@Nullable String[]>of(row(metadata.getDatabaseProductVersion()));
      case CHANGE_PROBE -> List.<@Nullable String[]>of(row(probe(metadata)));
      case RELATIONS -> relations(metadata);
      case COLUMNS -> columns(metadata);
      case KEYS -> keys(metadata);
      case FOREIGN_KEYS -> foreignKeys(metadata);
      case INDEXES -> indexes(metadata);
      case CHECKS, TEXT_INDEXES, ROUTINES, PARAMETERS -> List.of();
    };
  }

  private static @Nullable String[] row(@Nullable String... values) {
    return values;
  }

  /** Differs once a relation or column has changed; of keys it knows nothing. */
  private String probe(DatabaseMetaData metadata) throws SQLException {
    List<@Nullable String[]> all = new ArrayList<>(relations(metadata));
    all.addAll(columns(metadata));
    return Integer.toHexString(Arrays.deepHashCode(all.toArray())) + "-" + all.size();
  }

  private List<@Nullable String[]> relations(DatabaseMetaData metadata) throws SQLException {
    List<@Nullable String[]> answer = new ArrayList<>();
    try (ResultSet rows = metadata.getTables(catalog(), null, "%", null)) {
      while (rows.next()) {
        String type = String.valueOf(rows.getString("TABLE_TYPE")).toUpperCase(Locale.ROOT);
        @Nullable String schema = rows.getString("TABLE_SCHEM");
        String name = rows.getString("TABLE_NAME");
        if (served(type, schema, name)) {
          answer.add(
              row(
                  text(schema),
                  named(name),
                  type.endsWith("VIEW") ? "view" : "table",
                  null,
                  null,
                  remarks(rows.getString("REMARKS"))));
        }
      }
    }
    answer.sort(Comparator.comparing((String[] row) -> row[0]).thenComparing(row -> row[1]));
    return answer;
  }

  private boolean served(String type, @Nullable String schema, String name) {
    boolean usual = type.endsWith("TABLE") || type.endsWith("VIEW");
    boolean own = type.contains("SYSTEM") || type.contains("TEMPORARY");
    return usual
        && !own
        && settings.systemSchemas().stream()
            .noneMatch(pattern -> schema != null && pattern.matcher(schema).matches())
        && settings.systemRelations().stream()
            .noneMatch(pattern -> pattern.matcher(name).matches());
  }

  /** Those of others are of no interest: a relation is named by schema and name. */
  private @Nullable String catalog() throws SQLException {
    @Nullable String catalog = connection.getCatalog();
    return catalog == null || catalog.isEmpty() ? null : catalog;
  }

  private List<Place> tables(DatabaseMetaData metadata) throws SQLException {
    List<Place> places = new ArrayList<>();
    for (@Nullable String[] relation : relations(metadata)) {
      if ("table".equals(relation[2])) {
        String schema = named(String.valueOf(relation[0]));
        places.add(new Place(schema.isEmpty() ? null : schema, named(String.valueOf(relation[1]))));
      }
    }
    return places;
  }

  private List<@Nullable String[]> columns(DatabaseMetaData metadata) throws SQLException {
    Set<String> served = new HashSet<>();
    for (@Nullable String[] relation : relations(metadata)) {
      served.add(relation[0] + "\0" + relation[1]);
    }
    Map<String, TreeMap<Integer, @Nullable String[]>> byRelation = new TreeMap<>();
    try (ResultSet rows = metadata.getColumns(catalog(), null, "%", "%")) {
      while (rows.next()) {
        String schema = text(rows.getString("TABLE_SCHEM"));
        String relation = named(rows.getString("TABLE_NAME"));
        String place = schema + "\0" + relation;
        if (served.contains(place)) {
          byRelation
              .computeIfAbsent(place, _ -> new TreeMap<>())
              .put(rows.getInt("ORDINAL_POSITION"), column(schema, relation, rows));
        }
      }
    }
    return byRelation.values().stream().flatMap(columns -> columns.values().stream()).toList();
  }

  private @Nullable String[] column(String schema, String relation, ResultSet rows)
      throws SQLException {
    String name = named(rows.getString("COLUMN_NAME"));
    String type = types.of(rows);
    boolean nullable = rows.getInt("NULLABLE") != DatabaseMetaData.columnNoNulls;
    @Nullable String remarks = remarks(rows.getString("REMARKS"));
    @Nullable String expression = rows.getString("COLUMN_DEF");
    boolean identity = "YES".equals(rows.getString("IS_AUTOINCREMENT"));
    boolean generated = "YES".equals(rows.getString("IS_GENERATEDCOLUMN"));
    String origin = identity ? "identity" : generated ? "generated" : "stored";
    return row(
        schema,
        relation,
        name,
        type,
        nullable ? "1" : "0",
        origin,
        identity || expression == null || expression.isBlank() ? null : expression.strip(),
        remarks);
  }

  private List<@Nullable String[]> keys(DatabaseMetaData metadata) throws SQLException {
    List<@Nullable String[]> answer = new ArrayList<>();
    for (Place table : tables(metadata)) {
      List<String> primary = new ArrayList<>();
      for (@Nullable String[] key : primaryKey(metadata, table)) {
        primary.add(String.valueOf(key[4]));
        answer.add(key);
      }
      Map<String, List<@Nullable String[]>> unique = new TreeMap<>();
      for (@Nullable String[] index : indexes(metadata, table)) {
        if ("1".equals(index[3]) && index[4] != null && index[6] == null) {
          unique
              .computeIfAbsent(String.valueOf(index[2]), _ -> new ArrayList<>())
              .add(row(index[0], index[1], index[2], "unique", index[4]));
        }
      }
      for (List<@Nullable String[]> key : unique.values()) {
        if (!key.stream().map(part -> String.valueOf(part[4])).toList().equals(primary)) {
          answer.addAll(key);
        }
      }
    }
    return answer;
  }

  private List<@Nullable String[]> primaryKey(DatabaseMetaData metadata, Place table)
      throws SQLException {
    TreeMap<Integer, @Nullable String[]> parts = new TreeMap<>();
    try (ResultSet rows = metadata.getPrimaryKeys(catalog(), table.schema(), table.name())) {
      while (rows.next()) {
        String column = named(rows.getString("COLUMN_NAME"));
        int position = rows.getInt("KEY_SEQ");
        @Nullable String name = rows.getString("PK_NAME");
        parts.put(
            position,
            row(
                text(table.schema()),
                named(table.name()),
                name == null ? null : named(name),
                "primary",
                column));
      }
    }
    return List.copyOf(parts.values());
  }

  private List<@Nullable String[]> foreignKeys(DatabaseMetaData metadata) throws SQLException {
    List<@Nullable String[]> answer = new ArrayList<>();
    for (Place table : tables(metadata)) {
      Map<String, TreeMap<Integer, @Nullable String[]>> keys = new TreeMap<>();
      try (ResultSet rows = metadata.getImportedKeys(catalog(), table.schema(), table.name())) {
        while (rows.next()) {
          @Nullable String name = rows.getString("FK_NAME");
          String targetSchema = text(rows.getString("PKTABLE_SCHEM"));
          String target = named(rows.getString("PKTABLE_NAME"));
          keys.computeIfAbsent(name == null ? target : name, _ -> new TreeMap<>())
              .put(
                  rows.getInt("KEY_SEQ"),
                  row(
                      text(table.schema()),
                      named(table.name()),
                      name == null ? null : named(name),
                      named(rows.getString("FKCOLUMN_NAME")),
                      targetSchema,
                      target,
                      named(rows.getString("PKCOLUMN_NAME")),
                      action(rows.getInt("DELETE_RULE")),
                      action(rows.getInt("UPDATE_RULE"))));
        }
      }
      keys.values().forEach(parts -> answer.addAll(parts.values()));
    }
    return answer;
  }

  private static String action(int rule) {
    return switch (rule) {
      case DatabaseMetaData.importedKeyCascade -> "CASCADE";
      case DatabaseMetaData.importedKeySetNull -> "SET NULL";
      case DatabaseMetaData.importedKeySetDefault -> "SET DEFAULT";
      case DatabaseMetaData.importedKeyRestrict -> "RESTRICT";
      default -> "NO ACTION";
    };
  }

  private List<@Nullable String[]> indexes(DatabaseMetaData metadata) throws SQLException {
    List<@Nullable String[]> answer = new ArrayList<>();
    for (Place table : tables(metadata)) {
      answer.addAll(indexes(metadata, table));
    }
    return answer;
  }

  private List<@Nullable String[]> indexes(DatabaseMetaData metadata, Place table)
      throws SQLException {
    Map<String, TreeMap<Integer, @Nullable String[]>> indexes = new TreeMap<>();
    try (ResultSet rows =
        metadata.getIndexInfo(catalog(), table.schema(), table.name(), false, true)) {
      while (rows.next()) {
        @Nullable String name = rows.getString("INDEX_NAME");
        boolean unique = !rows.getBoolean("NON_UNIQUE");
        int position = rows.getInt("ORDINAL_POSITION");
        @Nullable String column = rows.getString("COLUMN_NAME");
        boolean descending = "D".equals(rows.getString("ASC_OR_DESC"));
        @Nullable String predicate = rows.getString("FILTER_CONDITION");
        // A row of statistics has no name.
        if (name != null) {
          indexes
              .computeIfAbsent(name, _ -> new TreeMap<>())
              .put(
                  position,
                  row(
                      text(table.schema()),
                      named(table.name()),
                      named(name),
                      unique ? "1" : "0",
                      column == null ? null : named(column),
                      descending ? "1" : "0",
                      predicate == null || predicate.isBlank() ? null : predicate));
        }
      }
    }
    return indexes.values().stream().flatMap(parts -> parts.values().stream()).toList();
  }

  private String text(@Nullable String schema) {
    return schema == null ? "" : named(schema);
  }

  private static @Nullable String remarks(@Nullable String remarks) {
    return remarks == null || remarks.isBlank() ? null : remarks;
  }

  private String named(String name) {
    return switch (settings.names()) {
      case AS_STORED -> name;
      case FOLDED_UPPER -> FoldedName.swap(name);
    };
  }
}
