package org.sqlxos.planner.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sqlxos.catalog.api.CatalogSnapshot;
import org.sqlxos.catalog.api.Column;
import org.sqlxos.catalog.api.Column.Origin;
import org.sqlxos.catalog.api.Database;
import org.sqlxos.catalog.api.Key;
import org.sqlxos.catalog.api.RelationName;
import org.sqlxos.catalog.api.Schema;
import org.sqlxos.catalog.api.Table;
import org.sqlxos.dialects.mysql.internal.MysqlDialect;
import org.sqlxos.operation.api.Default;
import org.sqlxos.operation.api.Filter;
import org.sqlxos.operation.api.Filter.Comparison;
import org.sqlxos.operation.api.Mutation;
import org.sqlxos.testkit.server.TestDatabase;
import org.sqlxos.type.api.UniversalType;

/** That the rows of a write come back, on a server without RETURNING. */
abstract class ReadBackConformance {

  private static final RelationName ITEM = new RelationName("", "item");
  private static final List<String> ALL = List.of("id", "tag", "n");

  private @Nullable Connection opened;

  @BeforeEach
  void open(TestDatabase database) throws SQLException {
    opened = database.connect();
    run("DROP TABLE IF EXISTS item");
  }

  @AfterEach
  void close() throws SQLException {
    connection().close();
  }

  private Connection connection() {
    return Objects.requireNonNull(opened);
  }

  final void run(String text) throws SQLException {
    try (Statement statement = connection().createStatement()) {
      statement.execute(text);
    }
  }

  /** Makes the table and says of its key what the catalog would. */
  private StatementCompiler table(String key, Origin origin, @Nullable String defaultExpression)
      throws SQLException {
    run("CREATE TABLE item(id " + key + ", tag VARCHAR(40), n INT DEFAULT 5, PRIMARY KEY (id))");
    List<Column> columns =
        List.of(
            column("id", origin, defaultExpression),
            column("tag", Origin.STORED, null),
            column("n", Origin.STORED, "5"));
    Table item =
        new Table(
            ITEM,
            columns,
            Optional.of(new Key("PRIMARY", List.of("id"))),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Set.of(),
            Optional.empty());
    Database database =
        new Database("shop", "MySQL", "8", "", List.of(new Schema("", List.of(item))));
    return new StatementCompiler(
        new MysqlDialect().syntax(), new CatalogSnapshot(database, "f", Instant.EPOCH, List.of()));
  }

  final StatementCompiler counted() throws SQLException {
    return table("INT AUTO_INCREMENT", Origin.IDENTITY, null);
  }

  final StatementCompiler defaulted(String key, String defaultExpression) throws SQLException {
    return table(key + " DEFAULT " + defaultExpression, Origin.STORED, defaultExpression);
  }

  private static Column column(String name, Origin origin, @Nullable String defaultExpression) {
    return new Column(
        name,
        UniversalType.TEXT,
        "",
        true,
        origin,
        Optional.ofNullable(defaultExpression),
        Optional.empty());
  }

  final List<String> rows(StatementCompiler compiler, Mutation mutation) throws SQLException {
    return new JdbcRun(connection()).rows(compiler.mutation(mutation));
  }

  static Mutation insert(List<String> columns, List<?>... rows) {
    List<List<@Nullable Object>> values = new ArrayList<>();
    Arrays.stream(rows).forEach(row -> values.add(new ArrayList<@Nullable Object>(row)));
    return new Mutation.Insert(ITEM, columns, values, ALL);
  }

  private static Mutation update(String column, Object value, Filter filter) {
    return new Mutation.Update(ITEM, List.of(column), List.of(value), filter, ALL);
  }

  private static Filter id(Object value) {
    return Filter.equal(List.of("id"), List.of(value));
  }

  @Test
  void insertedRowsComeBackWithTheirIdentities() throws SQLException {
    StatementCompiler compiler = counted();

    assertEquals(List.of("1 a 5"), rows(compiler, insert(List.of("tag"), List.of("a"))));
    assertEquals(
        List.of("2 z 5", "3 y 5", "4 x 5"),
        rows(compiler, insert(List.of("tag"), List.of("z"), List.of("y"), List.of("x"))));
    assertEquals(List.of("5 null 5"), rows(compiler, insert(List.of(), List.of())));
  }

  @Test
  void identitiesAreKnownWhateverTheirStep() throws SQLException {
    StatementCompiler compiler = counted();
    run("SET SESSION auto_increment_increment = 7, SESSION auto_increment_offset = 3");

    assertEquals(
        List.of("3 a 5", "10 b 5"),
        rows(compiler, insert(List.of("tag"), List.of("a"), List.of("b"))));
  }

  @Test
  void rowsWithGivenKeysComeInTheirOrder() throws SQLException {
    assertEquals(
        List.of("9 a 5", "3 b 5", "5 c 5"),
        rows(
            counted(),
            insert(List.of("tag", "id"), List.of("a", 9L), List.of("b", 3L), List.of("c", 5L))));
  }

  @Test
  void aConstantDefaultIsAKey() throws SQLException {
    assertEquals(
        List.of("it's a 5"),
        rows(defaulted("VARCHAR(9)", "'it''s'"), insert(List.of("tag"), List.of("a"))));
  }

  @Test
  void updatedRowsComeBackThoughNothingIsNew() throws SQLException {
    StatementCompiler compiler = counted();
    rows(compiler, insert(List.of("tag"), List.of("a"), List.of("b")));

    assertEquals(List.of("1 c 5"), rows(compiler, update("tag", "c", id(1L))));
    assertEquals(List.of("1 c 5"), rows(compiler, update("tag", "c", id(1L))));
    assertEquals(List.of("1 c 5"), rows(compiler, update("n", Default.DEFAULT, id(1L))));
    assertEquals(List.of("8 c 5"), rows(compiler, update("id", 8L, id(1L))));
    assertEquals(
        List.of("2 b 6", "8 c 6"),
        rows(compiler, update("n", 6L, new Filter.Compare("id", Comparison.GREATER, 1L))));
    assertEquals(List.of(), rows(compiler, update("n", 6L, id(1L))));
  }

  @Test
  void deletedRowsComeBackAsTheyWere() throws SQLException {
    StatementCompiler compiler = counted();
    rows(compiler, insert(List.of("tag"), List.of("a"), List.of("b"), List.of("A")));

    Filter like = new Filter.Like("tag", "a*", true);
    assertEquals(List.of("1 a 5", "3 A 5"), rows(compiler, new Mutation.Delete(ITEM, like, ALL)));
    assertEquals(List.of(), rows(compiler, new Mutation.Delete(ITEM, like, ALL)));
  }
}
