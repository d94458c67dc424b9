package org.sqlxos.planner.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlxos.catalog.api.CatalogSnapshot;
import org.sqlxos.catalog.api.Column;
import org.sqlxos.catalog.api.Column.Origin;
import org.sqlxos.catalog.api.Database;
import org.sqlxos.catalog.api.Key;
import org.sqlxos.catalog.api.RelationName;
import org.sqlxos.catalog.api.Relationship;
import org.sqlxos.catalog.api.Schema;
import org.sqlxos.catalog.api.Table;
import org.sqlxos.dialects.postgresql.internal.PostgresqlDialect;
import org.sqlxos.operation.api.Default;
import org.sqlxos.operation.api.Filter;
import org.sqlxos.operation.api.Filter.Comparison;
import org.sqlxos.operation.api.Mutation;
import org.sqlxos.operation.api.Order;
import org.sqlxos.operation.api.Page;
import org.sqlxos.operation.api.Query;
import org.sqlxos.operation.api.Selected;
import org.sqlxos.testkit.server.DatabaseServer;
import org.sqlxos.testkit.server.TestDatabase;
import org.sqlxos.testkit.server.WithServer;
import org.sqlxos.type.api.UniversalType;

/**
 * What the planner writes in this dialect can be prepared by a server that is told no types. In the
 * planner's package, for its compiler is nobody else's.
 */
@WithServer(DatabaseServer.POSTGRESQL)
class PreparedOnPostgresqlIT {

  private static final RelationName NAME = new RelationName("Odd \"Schema", "Odd \"Table");
  private static final Object VALUE = "any";

  private final TestDatabase database;
  private Connection connection;

  PreparedOnPostgresqlIT(TestDatabase database) {
    this.database = database;
  }

  @BeforeEach
  void open() throws SQLException {
    connection = database.connect();
    connection.setAutoCommit(false);
    run("CREATE SCHEMA \"Odd \"\"Schema\"");
    run("CREATE TYPE mood AS ENUM ('sad', 'happy')");
    run("CREATE TYPE pair AS (a integer, b text)");
    run("CREATE DOMAIN short AS varchar(5) CHECK (VALUE <> '')");
  }

  @AfterEach
  void close() throws SQLException {
    connection.rollback();
    connection.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "smallint",
        "integer",
        "bigint",
        "numeric(10,2)",
        "real",
        "double precision",
        "text",
        "varchar(5)",
        "char(5)",
        "name",
        "\"char\"",
        "bytea",
        "boolean",
        "date",
        "time",
        "timetz",
        "timestamp",
        "timestamptz",
        "interval",
        "uuid",
        "jsonb",
        "mood",
        "short",
        "pair",
        "inet",
        "cidr",
        "macaddr",
        "bit(3)",
        "varbit",
        "int4range",
        "tstzmultirange",
        "tsvector",
        "money",
        "oid",
        "integer[]",
        "text[]",
        "mood[]",
        "short[]",
        "jsonb[]",
        "bytea[]",
      })
  void everyStatementOnAColumnOfThisType(String type) throws SQLException {
    StatementCompiler compiler = compiler(type);
    for (Comparison comparison : Comparison.values()) {
      prepare(compiler, query(new Filter.Compare("a", comparison, VALUE)));
    }
    prepare(compiler, query(new Filter.In("a", List.of(VALUE, VALUE))));
    prepare(compiler, query(new Filter.Not(new Filter.IsNull("a"))));
    prepare(compiler, ordered());
    prepareWithoutComparisons(compiler);
  }

  @ParameterizedTest
  @ValueSource(strings = {"json", "xml", "point", "polygon"})
  void allButComparisonsOnAColumnWhoseTypeHasNone(String type) throws SQLException {
    StatementCompiler compiler = compiler(type);
    prepareWithoutComparisons(compiler);
    assertRefused(compiler, query(new Filter.Compare("a", Comparison.LESS, VALUE)));
    assertRefused(compiler, ordered());
  }

  private void prepareWithoutComparisons(StatementCompiler compiler) throws SQLException {
    prepare(compiler, query(new Filter.Like("a", "x*", false)));
    prepare(compiler, query(new Filter.Like("a", "x*", true)));
    prepare(compiler, query(Filter.EVERYTHING));
    List<@Nullable Object> row = Arrays.asList(1L, VALUE);
    List<String> both = List.of("id", "a");
    prepare(compiler.mutation(new Mutation.Insert(NAME, both, List.of(row), both)).text());
    prepare(compiler.mutation(new Mutation.Insert(NAME, both, List.of(row, row), both)).text());
    Filter byKey = new Filter.Compare("id", Comparison.EQUAL, 1L);
    prepare(
        compiler
            .mutation(new Mutation.Update(NAME, List.of("a"), List.of(VALUE), byKey, both))
            .text());
    prepare(
        compiler
            .mutation(
                new Mutation.Update(NAME, List.of("a"), List.of(Default.DEFAULT), byKey, both))
            .text());
    prepare(compiler.mutation(new Mutation.Delete(NAME, byKey, both)).text());
  }

  @Test
  void parametersHaveTheTypeOfTheColumnAndOfThePlaceOfThePage() throws SQLException {
    StatementCompiler compiler = compiler("numeric(10,2)");
    Filter filter = new Filter.Compare("a", Comparison.LESS, VALUE);
    Query query =
        Query.of(NAME, Selected.fields(List.of("a"))).withFilter(filter).withPage(new Page(10, 20));
    String text = compiler.queries().query(query).text();
    run("PREPARE typed AS " + text);
    try (Statement statement = connection.createStatement()) {
      ResultSet rows =
          statement.executeQuery(
              "SELECT parameter_types FROM pg_prepared_statements WHERE name = 'typed'");
      assertEquals("{numeric,bigint}", rows.next() ? rows.getString(1) : "");
    }
  }

  @Test
  void conditionsOnRelatedRowsAndTotals() throws SQLException {
    StatementCompiler compiler = compiler("integer");
    Filter inner = new Filter.Compare("a", Comparison.GREATER, 1L);
    Filter filter =
        new Filter.Or(List.of(new Filter.Related(self(), inner), new Filter.And(List.of())));
    Query query =
        Query.of(NAME, Selected.fields(List.of("id")))
            .withFilter(filter)
            .withPage(new Page(10, 20))
            .withCount(Query.Count.EXACT);
    prepare(compiler, query);
    prepare(compiler.queries().count(query).text());
    prepare(compiler.mutation(new Mutation.Delete(NAME, filter, List.of())).text());
    prepare(
        compiler
            .mutation(new Mutation.Insert(NAME, List.of(), List.of(List.of()), List.of("id")))
            .text());
  }

  private static Relationship self() {
    return new Relationship(
        "self", NAME, NAME, List.of("a"), List.of("id"), Relationship.Cardinality.MANY);
  }

  private StatementCompiler compiler(String type) throws SQLException {
    run(
        "CREATE TABLE \"Odd \"\"Schema\".\"Odd \"\"Table\" (id serial PRIMARY KEY, a %s)"
            .formatted(type));
    List<Column> columns = new ArrayList<>();
    for (String name : List.of("id", "a")) {
      columns.add(
          new Column(
              name,
              UniversalType.TEXT,
              type,
              true,
              Origin.STORED,
              Optional.empty(),
              Optional.empty()));
    }
    Table table =
        new Table(
            NAME,
            columns,
            Optional.of(new Key("key", List.of("id"))),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Set.of(),
            Optional.empty());
    Database model =
        new Database(
            "shop",
            "PostgreSQL",
            "18",
            "public",
            List.of(new Schema(NAME.schema(), List.of(table))));
    return new StatementCompiler(
        new PostgresqlDialect().syntax(),
        new CatalogSnapshot(model, "fingerprint", Instant.EPOCH, List.of(self())));
  }

  private static Query query(Filter filter) {
    return Query.of(NAME, Selected.fields(List.of("id", "a")))
        .withFilter(filter)
        .withCount(Query.Count.EXACT);
  }

  private static Query ordered() {
    List<Order> order = List.of(new Order("a", true));
    return Query.of(NAME, Selected.fields(List.of("a"))).withOrder(order).withPage(new Page(1, 2));
  }

  private void prepare(StatementCompiler compiler, Query query) throws SQLException {
    prepare(compiler.queries().query(query).text());
  }

  private void prepare(String text) throws SQLException {
    run("PREPARE statement AS " + text);
    run("DEALLOCATE statement");
  }

  /** 42883 is what the wire pack takes for a value that does not fit. */
  private void assertRefused(StatementCompiler compiler, Query query) throws SQLException {
    run("SAVEPOINT before");
    String state = "";
    try {
      prepare(compiler, query);
    } catch (SQLException refused) {
      state = refused.getSQLState();
    }
    run("ROLLBACK TO before");
    assertEquals("42883", state, compiler.queries().query(query).text());
  }

  private void run(String text) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(text);
    }
  }
}
