package org.sqlxos.wirepack.mysql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlxos.catalog.api.CatalogSnapshot;
import org.sqlxos.catalog.api.Column;
import org.sqlxos.catalog.api.ForeignKey;
import org.sqlxos.catalog.api.Index;
import org.sqlxos.catalog.api.Key;
import org.sqlxos.catalog.api.Permission;
import org.sqlxos.catalog.api.Relation;
import org.sqlxos.catalog.api.Schema;
import org.sqlxos.catalog.api.Table;
import org.sqlxos.catalog.api.View;
import org.sqlxos.catalog.internal.introspect.Introspector;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.testkit.server.TestDatabase;

/** What has to hold on both servers. */
abstract class IntrospectionConformance {

  private static final List<String> SCHEMA =
      List.of(
          """
          CREATE TABLE `order` (
            id INT UNSIGNED AUTO_INCREMENT PRIMARY KEY COMMENT 'the number',
            `ref``no` VARCHAR(20) NOT NULL DEFAULT 'it''s',
            body TEXT,
            price DECIMAL(10,2) UNSIGNED DEFAULT 1.5,
            changed TIMESTAMP(3) NOT NULL
              DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3),
            doubled INT GENERATED ALWAYS AS (id2 * 2) VIRTUAL,
            tripled INT GENERATED ALWAYS AS (id2 * 3) STORED,
            id2 INT DEFAULT 0,
            flag BIT(1) DEFAULT b'1',
            UNIQUE KEY ref (`ref``no`),
            UNIQUE KEY start (body(10)),
            KEY priced (price DESC, id2),
            FULLTEXT KEY words (body)
          ) COMMENT 'what people buy'\
          """,
          """
          CREATE TABLE line (
            order_id INT UNSIGNED, place INT, twin_order INT UNSIGNED, twin_place INT,
            PRIMARY KEY (order_id, place),
            CONSTRAINT line_order FOREIGN KEY (order_id) REFERENCES `order`(id) ON DELETE CASCADE,
            CONSTRAINT twin FOREIGN KEY (twin_order, twin_place) REFERENCES line(order_id, place)
              ON DELETE SET NULL
          )\
          """,
          "CREATE TABLE keyless(a INT)",
          "CREATE VIEW cheap AS SELECT id, price FROM `order` WHERE price < 5");

  private static final String TYPES =
      """
      CREATE TABLE types (
        c1 TINYINT(1), c2 TINYINT, c3 TINYINT UNSIGNED, c4 SMALLINT, c5 SMALLINT UNSIGNED,
        c6 MEDIUMINT, c7 MEDIUMINT UNSIGNED, c8 INT, c9 INT UNSIGNED ZEROFILL, c10 BIGINT,
        c11 BIGINT UNSIGNED, c12 DECIMAL(65,30), c13 DECIMAL(5) UNSIGNED, c14 FLOAT,
        c15 FLOAT(7,3), c16 DOUBLE, c17 BIT(1), c18 BIT(9), c19 BIT(63), c20 BIT(64),
        c21 CHAR(3), c22 VARCHAR(40), c23 TINYTEXT, c24 TEXT, c25 MEDIUMTEXT, c26 LONGTEXT,
        c27 BINARY(16), c28 VARBINARY(9), c29 TINYBLOB, c30 BLOB, c31 MEDIUMBLOB, c32 LONGBLOB,
        c33 ENUM('a','it''s',''), c34 SET('x','y'), c35 DATE, c36 TIME, c37 TIME(6),
        c38 DATETIME, c39 DATETIME(6), c40 TIMESTAMP NULL, c41 TIMESTAMP(6) NULL, c42 YEAR,
        c43 JSON, c44 GEOMETRY, c45 POINT, c46 CHAR(0), c47 BOOLEAN
      )\
      """;

  private static final String UNIVERSAL =
      """
      boolean integer(8) integer(16) integer(16) integer(32)\
       integer(32) integer(32) integer(32) integer(64) integer(64)\
       decimal(20,0) decimal(65,30) decimal(5,0) float(32)\
       float(32) float(64) boolean integer(64) integer(64) decimal(20,0)\
       text(3) text(40) text text text text\
       bytes(16) bytes(9) bytes(255) bytes(65535) bytes(16777215) bytes\
       enum('a','it''s','') text date time(0) time(6)\
       timestamp(0) timestamp(6) timestamptz(0) timestamptz(6) integer(16)\
       json bytes bytes text boolean\
      """;

  private final Introspector introspector = new Introspector("shop", Pack.description());
  private @Nullable DriverSession opened;

  @BeforeEach
  void open(TestDatabase database) throws SQLException {
    opened = new DriverSession(database.connect());
    run("DROP TABLE IF EXISTS line, `order`, keyless, types, extra, other");
    run("DROP VIEW IF EXISTS cheap");
  }

  @AfterEach
  void close() {
    session().close();
  }

  private DriverSession session() {
    return Objects.requireNonNull(opened);
  }

  final void run(String text) throws SQLException {
    try (Statement statement = session().connection().createStatement()) {
      statement.execute(text);
    }
  }

  private static Deadline soon() {
    return Deadline.in(Duration.ofMinutes(1));
  }

  final CatalogSnapshot catalog() {
    return introspector.introspect(session(), soon()).snapshot();
  }

  private CatalogSnapshot shop() throws SQLException {
    for (String statement : SCHEMA) {
      run(statement);
    }
    return catalog();
  }

  static Relation relation(CatalogSnapshot catalog, String name) {
    return catalog.relation(name).orElseThrow();
  }

  static Table table(CatalogSnapshot catalog, String name) {
    return assertInstanceOf(Table.class, relation(catalog, name));
  }

  static Column column(Relation relation, String name) {
    return relation.column(name).orElseThrow();
  }

  @Test
  void describesTablesAndViewsOfTheConnectionsDatabaseOnly() throws SQLException {
    CatalogSnapshot catalog = shop();

    assertEquals(
        "cheap keyless line order",
        catalog.relations().stream()
            .map(relation -> catalog.pathName(relation.name()))
            .collect(Collectors.joining(" ")));
    assertEquals(Optional.of("what people buy"), relation(catalog, "order").comment());
    View cheap = assertInstanceOf(View.class, relation(catalog, "cheap"));
    assertTrue(cheap.definition().orElse("").contains("price"));
    assertTrue(catalog.database().callable());
    assertEquals(Set.of(Permission.INSERT, Permission.UPDATE, Permission.DELETE), cheap.changes());
    assertTrue(table(catalog, "order").options().contains("collated"));
    assertTrue(catalog.database().version().matches("\\d+\\.\\d+\\.\\d+.*"));
  }

  @Test
  void tellsWhereValuesComeFrom() throws SQLException {
    Relation order = relation(shop(), "order");

    Column id = column(order, "id");
    assertEquals(Column.Origin.IDENTITY, id.origin());
    assertEquals(false, id.nullable());
    assertEquals(Optional.empty(), id.defaultExpression());
    assertEquals(Optional.of("the number"), id.comment());
    assertEquals(Column.Origin.GENERATED, column(order, "doubled").origin());
    assertEquals(Column.Origin.GENERATED, column(order, "tripled").origin());
    assertEquals(Optional.of("'it''s'"), column(order, "ref`no").defaultExpression());
    assertEquals(Optional.of("1.50"), column(order, "price").defaultExpression());
    assertEquals(Optional.of("0"), column(order, "id2").defaultExpression());
    assertEquals(Optional.of("b'1'"), column(order, "flag").defaultExpression());
    assertEquals(Optional.empty(), column(order, "body").defaultExpression());
    assertEquals(
        "current_timestamp(3)",
        column(order, "changed").defaultExpression().orElse("").toLowerCase(Locale.ROOT));
  }

  @Test
  void everyDefaultIsAnExpression() throws SQLException {
    for (Column column : relation(shop(), "order").columns()) {
      if (column.defaultExpression().isPresent()) {
        run("SELECT (" + column.defaultExpression().get() + ")");
      }
    }
  }

  @Test
  void listsKeysOfWholeColumns() throws SQLException {
    CatalogSnapshot catalog = shop();

    Table order = table(catalog, "order");
    assertEquals(List.of("id"), order.primaryKey().orElseThrow().columns());
    assertEquals(List.of(new Key("ref", List.of("ref`no"))), order.uniqueKeys());
    assertEquals(
        List.of("order_id", "place"), table(catalog, "line").primaryKey().orElseThrow().columns());
    assertEquals(Optional.empty(), table(catalog, "keyless").primaryKey());
  }

  @Test
  void listsForeignKeysWithTheirActions() throws SQLException {
    CatalogSnapshot catalog = shop();

    List<ForeignKey> keys = table(catalog, "line").foreignKeys();
    assertEquals(2, keys.size());
    ForeignKey order = keys.getFirst();
    assertEquals("line_order", order.name());
    assertEquals(relation(catalog, "order").name(), order.target());
    assertEquals(ForeignKey.Action.CASCADE, order.onDelete());
    ForeignKey twin = keys.getLast();
    assertEquals(List.of("twin_order", "twin_place"), twin.columns());
    assertEquals(List.of("order_id", "place"), twin.targetColumns());
    assertEquals(ForeignKey.Action.SET_NULL, twin.onDelete());
  }

  @Test
  void listsIndexesThatSortOrCompare() throws SQLException {
    List<Index> indexes = table(shop(), "order").indexes();

    assertEquals(
        List.of("PRIMARY", "priced", "ref", "start"),
        indexes.stream().map(Index::name).sorted().toList());
    Index priced =
        indexes.stream().filter(index -> index.name().equals("priced")).findFirst().orElseThrow();
    assertEquals(
        List.of(
            new Index.Part(Optional.of("price"), true), new Index.Part(Optional.of("id2"), false)),
        priced.parts());
    assertEquals(false, priced.unique());
  }

  @Test
  void knowsEveryType() throws SQLException {
    run(TYPES);

    Relation types = relation(catalog(), "types");

    assertEquals(
        UNIVERSAL,
        types.columns().stream()
            .map(column -> column.type().notation())
            .collect(Collectors.joining(" ")));
  }

  @Test
  void theModelDoesNotDependOnTheDatabasesName() throws SQLException {
    assertEquals(List.of(""), shop().database().schemas().stream().map(Schema::name).toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE TABLE other(a INT)",
        "ALTER TABLE extra ADD COLUMN c INT",
        "ALTER TABLE extra ALTER COLUMN b SET DEFAULT 7",
        "ALTER TABLE extra MODIFY b BIGINT",
        "ALTER TABLE extra MODIFY b INT NOT NULL",
        "ALTER TABLE extra COMMENT 'x'",
        "ALTER TABLE extra DROP PRIMARY KEY",
        "CREATE UNIQUE INDEX i ON extra(b)",
        "ALTER TABLE extra ADD CONSTRAINT f FOREIGN KEY (b) REFERENCES extra(a)",
        "CREATE OR REPLACE VIEW cheap AS SELECT a FROM extra WHERE a > 2",
        "DROP TABLE extra",
        "RENAME TABLE extra TO other",
      })
  void theProbeDiffersAfterEachChangeAndOnlyThen(String change) throws SQLException {
    run("CREATE TABLE extra(a INT PRIMARY KEY, b INT)");
    run("CREATE VIEW cheap AS SELECT a FROM extra WHERE a > 1");
    String before = introspector.probe(session(), soon());
    run("INSERT INTO extra VALUES (1, 1)");
    assertEquals(before, introspector.probe(session(), soon()));
    run(change);
    assertNotEquals(before, introspector.probe(session(), soon()));
  }
}
