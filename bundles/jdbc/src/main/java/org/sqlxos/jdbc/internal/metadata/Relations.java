package org.sqlxos.jdbc.internal.metadata;

import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sqlxos.jdbc.internal.link.Link;
import org.sqlxos.jdbc.internal.metadata.Introspection.Row;
import org.sqlxos.jdbc.internal.value.JdbcTypes;
import org.sqlxos.type.api.UniversalType;
import org.sqlxos.wirepack.api.IntrospectionQuery;
import org.sqlxos.wirepack.api.TypeTable;

/** Tables and their columns, as {@link DatabaseMetaData} tells them. */
public class Relations {

  private static final int DECIMAL = 10;

  final Link link;
  final Introspection introspection;
  private final TypeTable types;

  Relations(Link link) {
    this.link = link;
    this.introspection = new Introspection(link);
    this.types = new TypeTable(link.pack().types(), link.pack().decimalDigits());
  }

  /** Whether a catalog is the one that the pack tells of: that in use. */
  static boolean here(@Nullable String wanted, @Nullable String catalog) {
    return wanted == null || wanted.equals(catalog == null ? "" : catalog);
  }

  static @Nullable String orNull(String schema) {
    return schema.isEmpty() ? null : schema;
  }

  final @Nullable String catalog() throws SQLException {
    return introspection.current(link.language().catalogs());
  }

  public ResultSet getCatalogs() throws SQLException {
    Table table = new Table("TABLE_CAT");
    introspection.all(link.language().catalogs()).forEach(table::add);
    return table.result();
  }

  public ResultSet getSchemas() throws SQLException {
    return getSchemas(null, null);
  }

  public ResultSet getSchemas(@Nullable String catalog, @Nullable String pattern)
      throws SQLException {
    Table table = new Table("TABLE_SCHEM,TABLE_CATALOG");
    String own = catalog();
    for (String schema : introspection.all(link.language().schemas())) {
      if (here(catalog, own) && LikePattern.fits(pattern, schema)) {
        table.add(schema, own);
      }
    }
    return table.result();
  }

  public ResultSet getTableTypes() {
    return new Table("TABLE_TYPE").add("TABLE").add("VIEW").result();
  }

  public ResultSet getTables(
      @Nullable String catalog,
      @Nullable String schema,
      @Nullable String name,
      String @Nullable [] kinds)
      throws SQLException {
    Table table =
        new Table(
            "TABLE_CAT,TABLE_SCHEM,TABLE_NAME,TABLE_TYPE,REMARKS,TYPE_CAT,TYPE_SCHEM,TYPE_NAME,"
                + "SELF_REFERENCING_COL_NAME,REF_GENERATION");
    String own = catalog();
    if (here(catalog, own)) {
      for (Row row : introspection.ask(IntrospectionQuery.RELATIONS)) {
        String kind = row.text(2).toUpperCase(Locale.ROOT);
        boolean wanted = kinds == null || Arrays.asList(kinds).contains(kind);
        if (wanted && fits(row, schema, name)) {
          table.add(own, orNull(row.text(0)), row.text(1), kind, row.orNull(5));
        }
      }
    }
    return table.sorted(3, 1, 2).result();
  }

  static boolean fits(Row row, @Nullable String schema, @Nullable String name) {
    return LikePattern.fits(schema, row.text(0)) && LikePattern.fits(name, row.text(1));
  }

  public ResultSet getColumns(
      @Nullable String catalog,
      @Nullable String schema,
      @Nullable String name,
      @Nullable String column)
      throws SQLException {
    Table table =
        new Table(
            "TABLE_CAT,TABLE_SCHEM,TABLE_NAME,COLUMN_NAME,DATA_TYPE#,TYPE_NAME,COLUMN_SIZE#,"
                + "BUFFER_LENGTH#,DECIMAL_DIGITS#,NUM_PREC_RADIX#,NULLABLE#,REMARKS,COLUMN_DEF,"
                + "SQL_DATA_TYPE#,SQL_DATETIME_SUB#,CHAR_OCTET_LENGTH#,ORDINAL_POSITION#,"
                + "IS_NULLABLE,SCOPE_CATALOG,SCOPE_SCHEMA,SCOPE_TABLE,SOURCE_DATA_TYPE#,"
                + "IS_AUTOINCREMENT,IS_GENERATEDCOLUMN");
    String own = catalog();
    List<String> relation = List.of();
    int position = 0;
    if (here(catalog, own)) {
      for (Row row : introspection.ask(IntrospectionQuery.COLUMNS)) {
        position = row.relation().equals(relation) ? position + 1 : 1;
        relation = row.relation();
        if (fits(row, schema, name) && LikePattern.fits(column, row.text(2))) {
          add(table, own, row, position);
        }
      }
    }
    return table.sorted(1, 2, 16).result();
  }

  private void add(Table table, @Nullable String catalog, Row row, int position) {
    UniversalType type = types.universal(row.text(3));
    int code = code(row.text(3), type);
    boolean numeric = JdbcTypes.signed(type);
    boolean nullable = row.flag(4);
    table.add(
        catalog,
        orNull(row.text(0)),
        row.text(1),
        row.text(2),
        code,
        bare(row.text(3)),
        JdbcTypes.precision(type),
        null,
        numeric ? (Integer) JdbcTypes.scale(type) : null,
        numeric ? (Integer) DECIMAL : null,
        nullable ? DatabaseMetaData.columnNullable : DatabaseMetaData.columnNoNulls,
        row.orNull(7),
        row.orNull(6),
        null,
        null,
        code == Types.VARCHAR ? (Integer) JdbcTypes.precision(type) : null,
        position,
        nullable ? "YES" : "NO",
        null,
        null,
        null,
        null,
        identity(row.text(5)),
        row.text(5).equals("generated") ? "YES" : "NO");
  }

  /** What is generated may be an identity too: packs do not tell. */
  private static String identity(String origin) {
    return switch (origin) {
      case "identity" -> "YES";
      case "generated" -> "";
      default -> "NO";
    };
  }

  /** Text of a fixed length is told apart from others by its name only. */
  private static int code(String nativeType, UniversalType type) {
    String name = nativeType.toLowerCase(Locale.ROOT);
    boolean fixed =
        name.startsWith("char(") || (name.startsWith("character(") || name.equals("char"));
    return fixed && type instanceof UniversalType.TextType ? Types.CHAR : JdbcTypes.code(type);
  }

  /** A type without what stands in parentheses. */
  static String bare(String nativeType) {
    if (nativeType.startsWith("enum(")) {
      return "enum";
    }
    return nativeType.replaceAll("\\s*\\([^)]*\\)", "").replaceAll("\\s*/\\*.*?\\*/", "").strip();
  }
}
