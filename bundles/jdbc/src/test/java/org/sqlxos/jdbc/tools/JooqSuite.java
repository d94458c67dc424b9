package org.sqlxos.jdbc.tools;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.UniqueKey;
import org.jooq.exception.IntegrityConstraintViolationException;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sqlxos.testkit.server.DatabaseServer;
import org.sqlxos.testkit.server.TestDatabase;

/** jOOQ speaks through the driver. */
abstract class JooqSuite {

  private static final Table<Record> BOOK = table(name("book"));
  private static final Field<Integer> ID =
      field(name("id"), SQLDataType.INTEGER.generatedByDefaultAsIdentity());
  private static final Field<String> TITLE = field(name("title"), SQLDataType.VARCHAR(80));
  private static final Field<BigDecimal> PRICE = field(name("price"), SQLDataType.NUMERIC(10, 2));
  private static final Field<LocalDate> PRINTED = field(name("printed"), SQLDataType.LOCALDATE);
  private static final Field<LocalDateTime> SOLD =
      field(name("sold"), SQLDataType.LOCALDATETIME(6));
  private static final Field<byte[]> COVER = field(name("cover"), SQLDataType.BLOB);
  private static final Field<Boolean> ODD = field(name("odd"), SQLDataType.BOOLEAN);

  private final DatabaseServer server;
  private final SQLDialect dialect;
  private TestDatabase database;
  private Connection connection;
  private DSLContext jooq;

  JooqSuite(DatabaseServer server, SQLDialect dialect) {
    this.server = server;
    this.dialect = dialect;
  }

  @BeforeEach
  void createDatabase() throws SQLException {
    database = server.createDatabase("jooq");
    connection = DriverManager.getConnection("jdbc:sqlx:" + database.url());
    jooq = DSL.using(connection, dialect);
    jooq.createTable(BOOK)
        .columns(ID, TITLE, PRICE, PRINTED, SOLD, COVER, ODD)
        .constraint(DSL.constraint("pk_book").primaryKey(ID))
        .execute();
  }

  @AfterEach
  void dropDatabase() throws SQLException {
    connection.close();
    database.close();
  }

  private int insert(DSLContext with, String title) {
    return with.insertInto(BOOK)
        .columns(TITLE, PRICE, PRINTED, SOLD, COVER, ODD)
        .values(
            title,
            new BigDecimal("12.50"),
            LocalDate.of(2026, 1, 2),
            LocalDateTime.of(2026, 1, 2, 3, 4, 5, 678_000_000),
            new byte[] {0, 1, (byte) 0xff},
            true)
        .returningResult(ID)
        .fetchSingle()
        .value1();
  }

  @Test
  void writesAndReadsEveryType() {
    int id = insert(jooq, "The Dispossessed");
    Record book = jooq.select(TITLE, PRICE, PRINTED, SOLD, COVER, ODD).from(BOOK).fetchSingle();
    assertEquals("The Dispossessed", book.get(TITLE));
    assertEquals(new BigDecimal("12.50"), book.get(PRICE));
    assertEquals(LocalDate.of(2026, 1, 2), book.get(PRINTED));
    assertEquals(LocalDateTime.of(2026, 1, 2, 3, 4, 5, 678_000_000), book.get(SOLD));
    assertArrayEquals(new byte[] {0, 1, (byte) 0xff}, book.get(COVER));
    assertEquals(true, book.get(ODD));
    assertEquals(1, jooq.update(BOOK).set(TITLE, "?").where(ID.eq(id)).execute());
    assertEquals(List.of("?"), jooq.select(TITLE).from(BOOK).fetch(TITLE));
    assertEquals(1, jooq.deleteFrom(BOOK).where(TITLE.eq("?")).execute());
  }

  @Test
  void rollsBackWhatFailsAndOnlyThat() {
    jooq.transaction(
        outer -> {
          insert(outer.dsl(), "kept");
          assertThrows(
              IllegalStateException.class,
              () ->
                  outer
                      .dsl()
                      .transaction(
                          inner -> {
                            insert(inner.dsl(), "lost");
                            throw new IllegalStateException();
                          }));
        });
    assertEquals(List.of("kept"), jooq.select(TITLE).from(BOOK).fetch(TITLE));
  }

  @Test
  void sendsBatches() {
    int[] counts =
        jooq.batch(jooq.insertInto(BOOK).columns(TITLE, ODD).values((String) null, null))
            .bind("a", true)
            .bind("b", false)
            .bind("c", null)
            .execute();
    assertArrayEquals(new int[] {1, 1, 1}, counts);
    assertEquals(3, jooq.select(count()).from(BOOK).fetchSingle().value1());
    assertEquals(1, jooq.fetchCount(BOOK, ODD.isTrue()));
  }

  @Test
  void readsRowsWhileOthersAreOpen() {
    insert(jooq, "a");
    insert(jooq, "b");
    try (var open = jooq.select(TITLE).from(BOOK).orderBy(ID).fetchLazy()) {
      assertEquals("a", open.fetchNext().value1());
      assertEquals(2, jooq.fetchCount(BOOK));
      assertEquals("b", open.fetchNext().value1());
    }
  }

  @Test
  void tellsAKeyThatIsThereAlready() {
    int id = insert(jooq, "a");
    assertThrows(
        IntegrityConstraintViolationException.class,
        () -> jooq.insertInto(BOOK).columns(ID, TITLE).values(id, "b").execute());
  }

  @Test
  void findsTheTableInTheMetadata() throws SQLException {
    // Without a dialect jOOQ asks the driver, not the database.
    DSLContext plain = DSL.using(connection, SQLDialect.DEFAULT);
    Table<?> found = plain.meta().getTables("book").getFirst();
    assertEquals(
        List.of("id", "title", "price", "printed", "sold", "cover", "odd"),
        found.fieldStream().map(Field::getName).toList());
    UniqueKey<?> key = found.getPrimaryKey();
    assertEquals(List.of("id"), key.getFields().stream().map(Field::getName).toList());
    // The length itself: without a dialect jOOQ does not know every database's names of types.
    try (ResultSet title = connection.getMetaData().getColumns(null, null, "book", "title")) {
      assertTrue(title.next());
      assertEquals(80, title.getInt("COLUMN_SIZE"));
    }
  }
}
