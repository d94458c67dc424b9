package org.sqlxos.jdbc.internal.metadata;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.RowIdLifetime;
import java.sql.SQLException;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sqlxos.jdbc.internal.statement.Host;
import org.sqlxos.jdbc.internal.value.JdbcTypes;
import org.sqlxos.type.api.UniversalType;
import org.sqlxos.wirepack.api.Isolation;
import org.sqlxos.wirepack.api.Language.GeneratedKeys;
import org.sqlxos.wirepack.api.Language.Names;
import org.sqlxos.wirepack.api.Language.Product;
import org.sqlxos.wirepack.api.TypeRule;

/**
 * What {@link DatabaseMetaData} asks and what is not the same for all databases. Its methods have
 * the names and parameters of those that they answer.
 */
public final class Answers extends Keys {

  private static final Pattern NUMBERS = Pattern.compile("(\\d+)(?:\\.(\\d+))?");
  private static final Pattern WORDS = Pattern.compile("[A-Za-z][A-Za-z0-9_ ]*");
  private static final int UNKNOWN_CASE = 3;

  private final Host host;
  private final String url;
  private final String user;

  Answers(Host host, String url, String user) {
    super(host.link());
    this.host = host;
    this.url = url;
    this.user = user;
  }

  public Connection getConnection() {
    return host.connection();
  }

  public String getURL() {
    return url;
  }

  public boolean isReadOnly() throws SQLException {
    return host.connection().isReadOnly();
  }

  public String getDatabaseProductName() throws SQLException {
    String version = introspection.version();
    return link.language().products().stream()
        .filter(product -> product.version().matcher(version).find())
        .map(Product::name)
        .findFirst()
        .orElse(link.pack().product());
  }

  public String getDatabaseProductVersion() throws SQLException {
    return introspection.version();
  }

  public int getDatabaseMajorVersion() throws SQLException {
    return number(1);
  }

  public int getDatabaseMinorVersion() throws SQLException {
    return number(2);
  }

  private int number(int group) throws SQLException {
    Matcher matcher = NUMBERS.matcher(introspection.version());
    return matcher.find() && matcher.group(group) != null
        ? Integer.parseInt(matcher.group(group))
        : 0;
  }

  public boolean storesUpperCaseIdentifiers() {
    return link.language().names() == Names.UPPER;
  }

  public boolean storesLowerCaseIdentifiers() {
    return link.language().names() == Names.LOWER;
  }

  public boolean storesMixedCaseIdentifiers() {
    return link.language().names() == Names.AS_WRITTEN;
  }

  public String getIdentifierQuoteString() {
    return link.language().identifierQuote();
  }

  public boolean supportsSchemasInDataManipulation() {
    return link.language().schemas().isPresent();
  }

  public boolean supportsSchemasInProcedureCalls() {
    return supportsSchemasInDataManipulation();
  }

  public boolean supportsSchemasInTableDefinitions() {
    return supportsSchemasInDataManipulation();
  }

  public boolean supportsSchemasInIndexDefinitions() {
    return supportsSchemasInDataManipulation();
  }

  public boolean supportsSchemasInPrivilegeDefinitions() {
    return supportsSchemasInDataManipulation();
  }

  /** Where there are schemas, a catalog is the whole database and is not named in statements. */
  public boolean supportsCatalogsInDataManipulation() {
    return link.language().catalogs().isPresent() && link.language().schemas().isEmpty();
  }

  public boolean supportsCatalogsInProcedureCalls() {
    return supportsCatalogsInDataManipulation();
  }

  public boolean supportsCatalogsInTableDefinitions() {
    return supportsCatalogsInDataManipulation();
  }

  public boolean supportsCatalogsInIndexDefinitions() {
    return supportsCatalogsInDataManipulation();
  }

  public boolean supportsCatalogsInPrivilegeDefinitions() {
    return supportsCatalogsInDataManipulation();
  }

  public int getDefaultTransactionIsolation() {
    Isolation usual = link.language().isolation();
    return switch (usual) {
      case READ_UNCOMMITTED -> Connection.TRANSACTION_READ_UNCOMMITTED;
      case READ_COMMITTED -> Connection.TRANSACTION_READ_COMMITTED;
      case REPEATABLE_READ -> Connection.TRANSACTION_REPEATABLE_READ;
      case SERIALIZABLE -> Connection.TRANSACTION_SERIALIZABLE;
    };
  }

  /** A level that the database does not have is replaced by one as strong. */
  public boolean supportsTransactionIsolationLevel(int level) {
    return level == Connection.TRANSACTION_READ_UNCOMMITTED
        || level == Connection.TRANSACTION_READ_COMMITTED
        || level == Connection.TRANSACTION_REPEATABLE_READ
        || level == Connection.TRANSACTION_SERIALIZABLE;
  }

  public boolean supportsGetGeneratedKeys() {
    return link.language().generatedKeys() != GeneratedKeys.NONE;
  }

  public boolean supportsResultSetType(int type) {
    return type == ResultSet.TYPE_FORWARD_ONLY || type == ResultSet.TYPE_SCROLL_INSENSITIVE;
  }

  public boolean supportsResultSetConcurrency(int type, int concurrency) {
    return supportsResultSetType(type) && concurrency == ResultSet.CONCUR_READ_ONLY;
  }

  public boolean supportsResultSetHoldability(int holdability) {
    return holdability == ResultSet.HOLD_CURSORS_OVER_COMMIT;
  }

  public RowIdLifetime getRowIdLifetime() {
    return RowIdLifetime.ROWID_UNSUPPORTED;
  }

  /** The rows of the pack's type table that name types, not patterns of them. */
  public ResultSet getTypeInfo() {
    Table table =
        new Table(
            "TYPE_NAME,DATA_TYPE#,PRECISION#,LITERAL_PREFIX,LITERAL_SUFFIX,CREATE_PARAMS,"
                + "NULLABLE#,CASE_SENSITIVE?,SEARCHABLE#,UNSIGNED_ATTRIBUTE?,FIXED_PREC_SCALE?,"
                + "AUTO_INCREMENT?,LOCAL_TYPE_NAME,MINIMUM_SCALE#,MAXIMUM_SCALE#,SQL_DATA_TYPE#,"
                + "SQL_DATETIME_SUB#,NUM_PREC_RADIX#");
    named()
        .forEach(
            (name, type) ->
                table.add(
                    name,
                    JdbcTypes.code(type),
                    JdbcTypes.precision(type),
                    "'",
                    "'",
                    null,
                    (int) DatabaseMetaData.typeNullable,
                    !JdbcTypes.signed(type),
                    UNKNOWN_CASE,
                    false,
                    false,
                    false,
                    null,
                    0,
                    JdbcTypes.scale(type),
                    null,
                    null,
                    10));
    return table.sorted(1, 0).result();
  }

  private TreeMap<String, UniversalType> named() {
    TreeMap<String, UniversalType> types = new TreeMap<>();
    for (TypeRule rule : link.pack().types()) {
      for (String name : rule.nativeType().pattern().split("\\|", -1)) {
        if (WORDS.matcher(name).matches() && !rule.universal().contains("$")) {
          types.putIfAbsent(name, UniversalType.parse(rule.universal()));
        }
      }
    }
    return types;
  }

  public String getUserName() {
    return user;
  }

  public boolean generatedKeyAlwaysReturned() {
    return link.language().generatedKeys() == GeneratedKeys.RETURNING;
  }

  public int getSQLStateType() {
    return DatabaseMetaData.sqlStateSQL;
  }

  public int getResultSetHoldability() {
    return ResultSet.HOLD_CURSORS_OVER_COMMIT;
  }

  public boolean supportsConvert(int from, int to) {
    return false;
  }
}
