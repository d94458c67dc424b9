package org.sqlxos.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.Statement;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.sqlxos.testkit.server.DatabaseServer;
import org.sqlxos.testkit.server.TestDatabase;

/** The same through this driver and through the vendor's, which is the oracle. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OracleSuite {

  private static final int ROWS = 200;

  private final DatabaseServer server;
  private final List<String> types;
  private TestDatabase database;
  private Connection ours;
  private Connection theirs;

  /**
   * @param types of the columns that {@link #columns} has values for, in its order
   */
  OracleSuite(DatabaseServer server, String... types) {
    this.server = server;
    this.types = List.of(types);
  }

  @BeforeAll
  void connect() throws SQLException {
    database = server.createDatabase("oracle");
    ours = Facade.connect(database);
    theirs = database.connect();
    run(theirs, "CREATE TABLE parent (id int PRIMARY KEY, code varchar(10) NOT NULL UNIQUE)");
    run(
        theirs,
        "CREATE TABLE child (a int NOT NULL, b int NOT NULL, parent int, price decimal(10,2),"
            + " PRIMARY KEY (b, a), CONSTRAINT of_parent FOREIGN KEY (parent)"
            + " REFERENCES parent (id) ON DELETE CASCADE)");
    run(theirs, "CREATE INDEX by_price ON child (price, parent)");
    run(theirs, "CREATE VIEW dear AS SELECT * FROM child WHERE price > 100");
    StringBuilder table = new StringBuilder("CREATE TABLE sample (id int PRIMARY KEY");
    for (int i = 0; i < types.size(); i++) {
      table.append(", c").append(i).append(' ').append(types.get(i));
    }
    run(theirs, table.append(")").toString());
  }

  @AfterAll
  void close() throws SQLException {
    ours.close();
    theirs.close();
    database.close();
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** One row of values, of which some are not there. */
  private static List<@Nullable Object> row(Random random) {
    List<@Nullable Object> row = new ArrayList<>();
    row.add((int) random.nextLong());
    row.add(random.nextLong());
    row.add((short) random.nextInt());
    row.add(new BigDecimal(java.math.BigInteger.valueOf(random.nextLong()), 4));
    row.add(random.nextGaussian() * 1e10);
    row.add(text(random));
    row.add(random.nextBoolean());
    byte[] bytes = new byte[random.nextInt(50)];
    random.nextBytes(bytes);
    row.add(bytes);
    row.add(Date.valueOf(LocalDate.ofEpochDay(random.nextInt(40_000))));
    row.add(Time.valueOf(java.time.LocalTime.ofSecondOfDay(random.nextInt(86_400))));
    row.add(
        Timestamp.valueOf(
            LocalDateTime.ofEpochSecond(
                random.nextInt(), random.nextInt(1_000_000) * 1000, java.time.ZoneOffset.UTC)));
    row.replaceAll(value -> random.nextInt(10) == 0 ? null : value);
    return row;
  }

  private static String text(Random random) {
    return random
        .ints(random.nextInt(20), 1, 0x2fff)
        .mapToObj(Character::toString)
        .reduce("", String::concat);
  }

  private void write(Connection to, int first) throws SQLException {
    Random random = new Random(first);
    String marks = ", ?".repeat(types.size());
    try (PreparedStatement insert =
        to.prepareStatement("INSERT INTO sample VALUES (?" + marks + ")")) {
      for (int i = 0; i < ROWS; i++) {
        insert.setInt(1, first + i);
        List<@Nullable Object> row = row(random);
        for (int c = 0; c < row.size(); c++) {
          insert.setObject(c + 2, row.get(c));
        }
        insert.addBatch();
      }
      assertEquals(ROWS, Arrays.stream(insert.executeBatch()).map(n -> n == -2 ? 1 : n).sum());
    }
  }

  /** Each value by each getter that has a meaning for it. */
  private List<List<@Nullable Object>> read(Connection from) throws SQLException {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    try (PreparedStatement select =
            from.prepareStatement("SELECT * FROM sample WHERE id >= ? ORDER BY id");
        ResultSet found = read(select)) {
      while (found.next()) {
        List<@Nullable Object> row = new ArrayList<>();
        row.add(found.getInt("c0"));
        row.add(found.wasNull());
        row.add(found.getBigDecimal("C0"));
        row.add(found.getLong(3));
        row.add(found.getString(3));
        row.add(found.getShort(4));
        row.add(found.getInt(4));
        row.add(found.getBigDecimal(5));
        row.add(found.getString(5));
        row.add(found.getDouble(6));
        row.add(found.getObject(6, Double.class));
        row.add(found.getString(7));
        row.add(found.getBoolean(8));
        row.add(Arrays.toString(found.getBytes(9)));
        row.add(found.getDate(10));
        row.add(found.getObject(10, LocalDate.class));
        row.add(found.getString(10));
        row.add(found.getTime(11));
        row.add(found.getObject(11, java.time.LocalTime.class));
        row.add(found.getTimestamp(12));
        row.add(found.getObject(12, LocalDateTime.class));
        rows.add(row);
      }
    }
    return rows;
  }

  private static ResultSet read(PreparedStatement select) throws SQLException {
    select.setInt(1, 0);
    return select.executeQuery();
  }

  @Test
  void whatOneWritesTheOtherReads() throws SQLException {
    write(ours, 0);
    write(theirs, ROWS);
    List<List<@Nullable Object>> expected = read(theirs);
    List<List<@Nullable Object>> found = read(ours);
    assertEquals(2 * ROWS, found.size());
    for (int i = 0; i < found.size(); i++) {
      assertEquals(expected.get(i), found.get(i), "row " + i);
    }
  }

  private static SQLException refused(Connection by, String sql) {
    return assertThrows(SQLException.class, () -> run(by, sql), sql);
  }

  @Test
  void refusesWithTheSameStateAndNumber() throws SQLException {
    run(theirs, "INSERT INTO parent VALUES (1, 'a')");
    for (String wrong :
        List.of(
            "SELEC 1",
            "SELECT * FROM nowhere",
            "SELECT nothing FROM parent",
            "INSERT INTO parent VALUES (1, 'b')",
            "INSERT INTO parent VALUES (2, NULL)",
            "INSERT INTO child VALUES (1, 1, 99, 1)",
            "INSERT INTO parent VALUES (3, 'far too long for it')",
            "CREATE TABLE parent (id int)",
            "DROP TABLE nowhere")) {
      SQLException expected = refused(theirs, wrong);
      SQLException found = refused(ours, wrong);
      assertEquals(expected.getSQLState(), found.getSQLState(), wrong);
      assertEquals(expected.getErrorCode(), found.getErrorCode(), wrong);
      if (expected.getSQLState().startsWith("23")) {
        assertInstanceOf(SQLIntegrityConstraintViolationException.class, found);
      }
    }
  }

  /** Some columns of a result of the metadata, as texts. */
  private static TreeSet<String> told(ResultSet rows, String... columns) throws SQLException {
    TreeSet<String> told = new TreeSet<>();
    try (rows) {
      while (rows.next()) {
        StringBuilder row = new StringBuilder();
        for (String column : columns) {
          row.append(rows.getString(column)).append(' ');
        }
        told.add(row.toString());
      }
    }
    return told;
  }

  /** A question to the metadata of a connection. */
  @FunctionalInterface
  private interface Question {
    ResultSet ask(Connection connection, String catalog, @Nullable String schema)
        throws SQLException;
  }

  private void sameTold(Question question, String... columns) throws SQLException {
    String catalog = theirs.getCatalog();
    String schema = theirs.getSchema();
    assertEquals(catalog, ours.getCatalog());
    assertEquals(schema, ours.getSchema());
    TreeSet<String> expected = told(question.ask(theirs, catalog, schema), columns);
    assertEquals(expected, told(question.ask(ours, catalog, schema), columns));
    assertEquals(false, expected.isEmpty());
  }

  @Test
  void tellsTheSameOfTablesColumnsAndKeys() throws SQLException {
    String[] kinds = {"TABLE", "VIEW"};
    sameTold(
        (c, catalog, schema) -> c.getMetaData().getTables(catalog, schema, "%", kinds),
        "TABLE_CAT",
        "TABLE_SCHEM",
        "TABLE_NAME",
        "TABLE_TYPE");
    sameTold(
        (c, catalog, schema) -> c.getMetaData().getColumns(catalog, schema, "%h%", "%"),
        "TABLE_NAME",
        "COLUMN_NAME",
        "ORDINAL_POSITION",
        "NULLABLE",
        "IS_NULLABLE");
    sameTold(
        (c, catalog, schema) -> c.getMetaData().getPrimaryKeys(catalog, schema, "child"),
        "TABLE_NAME",
        "COLUMN_NAME",
        "KEY_SEQ",
        "PK_NAME");
    sameTold(
        (c, catalog, schema) -> c.getMetaData().getImportedKeys(catalog, schema, "child"),
        "PKTABLE_NAME",
        "PKCOLUMN_NAME",
        "FKTABLE_NAME",
        "FKCOLUMN_NAME",
        "KEY_SEQ",
        "FK_NAME",
        "DELETE_RULE",
        "PK_NAME");
    sameTold(
        (c, catalog, schema) -> c.getMetaData().getExportedKeys(catalog, schema, "parent"),
        "PKTABLE_NAME",
        "FKTABLE_NAME",
        "FK_NAME");
    sameTold(
        (c, catalog, schema) ->
            c.getMetaData().getIndexInfo(catalog, schema, "child", false, false),
        "INDEX_NAME",
        "COLUMN_NAME",
        "ORDINAL_POSITION",
        "TYPE");
  }

  @Test
  void namesTheSameProduct() throws SQLException {
    assertEquals(
        theirs.getMetaData().getDatabaseProductName(), ours.getMetaData().getDatabaseProductName());
    assertEquals(
        theirs.getMetaData().getDatabaseMajorVersion(),
        ours.getMetaData().getDatabaseMajorVersion());
    assertEquals(
        theirs.getMetaData().getDatabaseMinorVersion(),
        ours.getMetaData().getDatabaseMinorVersion());
    assertEquals(
        theirs.getMetaData().getIdentifierQuoteString(),
        ours.getMetaData().getIdentifierQuoteString());
    assertEquals(theirs.getTransactionIsolation(), ours.getTransactionIsolation());
  }
}
