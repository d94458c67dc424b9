package org.sqlxos.planner.internal;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sqlxos.catalog.api.CatalogSnapshot;
import org.sqlxos.catalog.api.Column;
import org.sqlxos.catalog.api.Database;
import org.sqlxos.catalog.api.Key;
import org.sqlxos.catalog.api.RelationName;
import org.sqlxos.catalog.api.Schema;
import org.sqlxos.catalog.api.Table;
import org.sqlxos.dialect.api.Syntax;
import org.sqlxos.operation.api.Caller;
import org.sqlxos.operation.api.Cursor;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.operation.api.Mutation;
import org.sqlxos.operation.api.Operation;
import org.sqlxos.operation.api.Outcome;
import org.sqlxos.operation.api.Query;
import org.sqlxos.operation.api.ResultColumn;
import org.sqlxos.operation.api.Sql;
import org.sqlxos.operation.api.TargetStatement;
import org.sqlxos.operation.api.ValueKind;
import org.sqlxos.planner.internal.text.SqlParseStage;
import org.sqlxos.type.api.UniversalType;

/**
 * A table of books in SQLite, asked in two ways: with a statement's own text, and with what the
 * text is as a structured statement, written down again.
 */
public final class Books implements AutoCloseable {

  private static final RelationName BOOK = new RelationName("main", "book");
  private static final Syntax SYNTAX =
      new Syntax(
          '"',
          Syntax.Placeholders.QUESTION_MARK,
          true,
          "DEFAULT VALUES",
          false,
          "$1 LIKE $2 ESCAPE '\\'",
          "lower($1) LIKE lower($2) ESCAPE '\\'",
          "LIMIT $1 OFFSET $2");

  private final Connection connection;
  private final SqlParseStage stage = new SqlParseStage();

  public Books() throws SQLException {
    connection = DriverManager.getConnection("jdbc:sqlite::memory:");
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA case_sensitive_like = ON");
    }
    reset();
  }

  /** The rows as they were at the start. */
  public void reset() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("DROP TABLE IF EXISTS book");
      statement.execute(
          "CREATE TABLE book (id INTEGER PRIMARY KEY, title TEXT, price REAL, lent BOOLEAN,"
              + " \"Of Whom\" TEXT)");
      statement.execute(
          "INSERT INTO book VALUES (1, 'Dune', 9.5, 1, 'Ada'), (2, 'Emma', 7, 0, NULL),"
              + " (3, NULL, NULL, NULL, 'Eve'), (4, 'it''s 100%', 12.25, 0, 'Ada'),"
              + " (5, 'emma', 7, 1, 'Bob'), (6, 'Ulysses', 0, 0, 'Eve')");
    }
  }

  static CatalogSnapshot catalog() {
    Table book =
        new Table(
            BOOK,
            List.of(
                column("id"), column("title"), column("price"), column("lent"), column("Of Whom")),
            Optional.of(new Key("pk", List.of("id"))),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Set.of(),
            Optional.empty());
    Database database =
        new Database("shop", "Test", "1", "main", List.of(new Schema("main", List.of(book))));
    return new CatalogSnapshot(database, "f", Instant.EPOCH, List.of());
  }

  private static Column column(String name) {
    return new Column(
        name,
        UniversalType.ANY,
        "ANY",
        true,
        Column.Origin.STORED,
        Optional.empty(),
        Optional.empty());
  }

  /** What the stage makes of a text. */
  public Outcome structured(String sql, @Nullable Object... parameters) {
    List<@Nullable Object> values = new ArrayList<>();
    java.util.Collections.addAll(values, parameters);
    return stage.apply(
        new Operation(
            "1",
            new Sql("any", sql, values),
            Caller.ANONYMOUS,
            catalog(),
            Deadline.in(Duration.ofMinutes(1))),
        this::carriedOut);
  }

  private Outcome carriedOut(Operation operation) {
    StatementCompiler compiler = new StatementCompiler(SYNTAX, operation.catalog());
    try {
      return switch (operation.statement()) {
        case Query query -> {
          Listed rows = new Listed(rows(compiler.queries().query(query)));
          long total = (long) rows(compiler.queries().count(query)).getFirst().getFirst();
          List<ResultColumn> columns =
              query.columns().stream()
                  .map(name -> new ResultColumn(name, UniversalType.ANY))
                  .toList();
          yield new Outcome.Rows(columns, rows, () -> java.util.OptionalLong.of(total));
        }
        case Mutation mutation -> new Outcome.Changed(changed(compiler.mutation(mutation)));
        case org.sqlxos.operation.api.Statement other ->
            throw new AssertionError("not structured: " + other);
      };
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private PreparedStatement prepared(String text, List<? extends @Nullable Object> parameters)
      throws SQLException {
    PreparedStatement prepared = connection.prepareStatement(text);
    for (int i = 0; i < parameters.size(); i++) {
      prepared.setObject(i + 1, parameters.get(i));
    }
    return prepared;
  }

  private List<List<@Nullable Object>> rows(TargetStatement target) throws SQLException {
    return rows(target.text(), target.parameters());
  }

  /** The rows of a statement as it is. */
  public List<List<@Nullable Object>> rows(String text, List<? extends @Nullable Object> parameters)
      throws SQLException {
    List<List<@Nullable Object>> all = new ArrayList<>();
    try (PreparedStatement prepared = prepared(text, parameters);
        ResultSet rows = prepared.executeQuery()) {
      while (rows.next()) {
        List<@Nullable Object> row = new ArrayList<>();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          Object value = rows.getObject(i);
          row.add(value instanceof Integer number ? (Object) number.longValue() : value);
        }
        all.add(row);
      }
    }
    return all;
  }

  /** How many rows a statement changes as it is. */
  public long changed(String text, List<? extends @Nullable Object> parameters)
      throws SQLException {
    try (PreparedStatement prepared = prepared(text, parameters)) {
      return prepared.executeUpdate();
    }
  }

  private long changed(TargetStatement target) throws SQLException {
    return changed(target.text(), target.parameters());
  }

  /** All values of an outcome. */
  public static List<List<@Nullable Object>> read(Outcome outcome) {
    if (!(outcome instanceof Outcome.Rows rows)) {
      throw new AssertionError("no rows: " + outcome);
    }
    List<List<@Nullable Object>> all = new ArrayList<>();
    Cursor cursor = rows.cursor();
    while (cursor.next()) {
      List<@Nullable Object> row = new ArrayList<>();
      for (int i = 0; i < rows.columns().size(); i++) {
        row.add(
            switch (cursor.kind(i)) {
              case NULL -> null;
              case INTEGER -> cursor.getLong(i);
              case FLOAT -> cursor.getDouble(i);
              default -> cursor.getText(i);
            });
      }
      all.add(row);
    }
    return all;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  private static final class Listed implements Cursor {
    private final List<List<@Nullable Object>> rows;
    private int at = -1;

    Listed(List<List<@Nullable Object>> rows) {
      this.rows = rows;
    }

    @Override
    public boolean next() {
      return ++at < rows.size();
    }

    private @Nullable Object value(int column) {
      return rows.get(at).get(column);
    }

    @Override
    public ValueKind kind(int column) {
      return switch (value(column)) {
        case null -> ValueKind.NULL;
        case Long _ -> ValueKind.INTEGER;
        case Double _ -> ValueKind.FLOAT;
        default -> ValueKind.TEXT;
      };
    }

    @Override
    public boolean getBoolean(int column) {
      return getLong(column) != 0;
    }

    @Override
    public long getLong(int column) {
      return (long) java.util.Objects.requireNonNull(value(column));
    }

    @Override
    public double getDouble(int column) {
      return (double) java.util.Objects.requireNonNull(value(column));
    }

    @Override
    public String getText(int column) {
      return String.valueOf(value(column));
    }

    @Override
    public byte[] getBytes(int column) {
      throw new IllegalStateException("no bytes here");
    }

    @Override
    public void close() {
      at = rows.size();
    }
  }
}
