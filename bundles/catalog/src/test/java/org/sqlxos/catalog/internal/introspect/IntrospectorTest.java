package org.sqlxos.catalog.internal.introspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlxos.catalog.api.CatalogSnapshot;
import org.sqlxos.catalog.api.Column;
import org.sqlxos.catalog.api.ForeignKey;
import org.sqlxos.catalog.api.Key;
import org.sqlxos.catalog.api.Relation;
import org.sqlxos.catalog.api.Table;
import org.sqlxos.catalog.api.TextIndex;
import org.sqlxos.catalog.api.View;
import org.sqlxos.catalog.internal.SqliteDatabase;
import org.sqlxos.catalog.internal.SqlitePack;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.wirepack.api.Access;
import org.sqlxos.wirepack.api.PackDescription;
import org.sqlxos.wirepack.api.Session;

class IntrospectorTest {

  private static final PackDescription PACK = SqlitePack.read();

  @TempDir Path folder;
  private SqliteDatabase database;

  @BeforeEach
  void create() {
    database = new SqliteDatabase("shop", folder.resolve("shop.db").toString(), PACK);
  }

  private CatalogSnapshot snapshot() {
    Deadline deadline = Deadline.in(Duration.ofSeconds(10));
    try (Session session = database.borrow(Access.READ, deadline)) {
      return new Introspector("shop", PACK).introspect(session, deadline).snapshot();
    }
  }

  private Table table(String name) {
    return (Table) snapshot().relation(name).orElseThrow();
  }

  private static String type(Table table, String column) {
    return table.column(column).orElseThrow().type().notation();
  }

  @Test
  void describesTablesAndViews() {
    database.change(
        "CREATE TABLE author(id INTEGER PRIMARY KEY, name VARCHAR(40) NOT NULL UNIQUE)",
        """
        CREATE TABLE book (
          isbn TEXT PRIMARY KEY,
          author_id INT NOT NULL REFERENCES author ON DELETE CASCADE,
          state TEXT NOT NULL DEFAULT 'new' CHECK (state IN ('new', 'used')),
          price DECIMAL(20, 2) CHECK (price >= 0),
          label TEXT AS (isbn || state)) STRICT\
        """
            .replace("VARCHAR(40)", "TEXT")
            .replace("DECIMAL(20, 2)", "REAL"),
        "CREATE INDEX book_price ON book(price DESC) WHERE price > 1",
        "CREATE VIEW cheap AS SELECT isbn, price FROM book WHERE price < 5");
    CatalogSnapshot snapshot = snapshot();
    assertEquals(
        List.of("main.author", "main.book", "main.cheap"),
        snapshot.relations().stream().map(Relation::name).map(Object::toString).toList());
    Table book = table("book");
    assertEquals("enum('new','used')", type(book, "state"));
    assertEquals(Optional.of(new Key("book_pkey", List.of("isbn"))), book.primaryKey());
    ForeignKey key = book.foreignKeys().getFirst();
    assertEquals(List.of("id"), key.targetColumns());
    assertEquals(ForeignKey.Action.CASCADE, key.onDelete());
    assertEquals(
        List.of("state IN ('new', 'used')", "price >= 0"),
        book.checks().stream().map(check -> check.expression()).toList());
    assertTrue(book.indexes().stream().anyMatch(index -> index.predicate().isPresent()));
    assertEquals(Set.of("strict"), book.options());
    assertEquals(Column.Origin.GENERATED, book.column("label").orElseThrow().origin());
    assertEquals(Optional.of("'new'"), book.column("state").orElseThrow().defaultExpression());
    Table author = table("author");
    assertEquals("text(40)", type(author, "name"));
    assertEquals(List.of("name"), author.uniqueKeys().getFirst().columns());
    assertEquals(Column.Origin.IDENTITY, author.column("id").orElseThrow().origin());
    assertTrue(snapshot.relation("cheap").orElseThrow() instanceof View);
    assertTrue(snapshot.relationship(book.name(), "author").isPresent());
    assertTrue(snapshot.relationship(author.name(), "book").isPresent());
  }

  @Test
  void clampsDecimalsToWhatIsKeptExactly() {
    database.change(
        "CREATE TABLE t(a DECIMAL(20,2), b NUMERIC, c DECIMAL(5,1), d DECIMAL(40,30), e"
            + " DECIMAL(2,5))");
    Table table = table("t");
    assertEquals("decimal(15,2)", type(table, "a"));
    assertEquals("decimal(15.*)", type(table, "b"));
    assertEquals("decimal(5,1)", type(table, "c"));
    assertEquals("decimal(15,15)", type(table, "d"));
    assertEquals("any", type(table, "e"));
  }

  @Test
  void makesNoEnumsWhereACollationBlursLabels() {
    database.change("CREATE TABLE t(a TEXT COLLATE NOCASE CHECK (a IN ('x')))");
    assertEquals("text", type(table("t"), "a"));
    assertEquals(Set.of("collated"), table("t").options());
  }

  @Test
  void survivesForeignKeysToNowhere() {
    database.change(
        "CREATE TABLE t(a REFERENCES gone, b REFERENCES gone(x), c REFERENCES nokey)",
        "CREATE TABLE nokey(x)");
    assertEquals(
        List.of(List.of("b")), table("t").foreignKeys().stream().map(ForeignKey::columns).toList());
    assertTrue(snapshot().relationships(table("t").name()).isEmpty());
  }

  @Test
  void fingerprintsAreEqualExactlyForEqualSchemas() {
    database.change("CREATE TABLE t(a TEXT CHECK (a IN ('x', 'y')))");
    String before = snapshot().fingerprint();
    database.change("INSERT INTO t VALUES ('x')");
    assertEquals(before, snapshot().fingerprint());
    database.change("ALTER TABLE t ADD COLUMN b");
    assertNotEquals(before, snapshot().fingerprint());
    database.change("DROP TABLE t", "CREATE TABLE t(a TEXT CHECK (a IN ('x', 'y')))");
    assertEquals(before, snapshot().fingerprint());
  }

  @Test
  void describesAnEmptyDatabase() {
    database.change("VACUUM");
    assertEquals(List.of(), List.copyOf(snapshot().relations()));
    assertEquals(0, database.lent.get());
  }

  @Test
  void findsWhatIsMadeForBeingSearchedHoweverItIsWritten() {
    database.change(
        "CREATE TABLE note (nr INTEGER PRIMARY KEY, Title TEXT, body TEXT)",
        "CREATE TABLE \"a [b]\" (t TEXT)",
        "create virtual table one using FTS5 (title, body, content = \"note\" ,content_rowid='nr')",
        "CREATE VIRTUAL TABLE two USING fts5(content=[NOTE], body, tokenize='porter unicode61')",
        "CREATE VIRTUAL TABLE three USING fts5(T, content='a [b]')",
        // Of another table, of none, of a column that is none, and one that knows no phrases.
        "CREATE VIRTUAL TABLE other USING fts5(body)",
        "CREATE VIRTUAL TABLE none USING fts5(body, content='')",
        "CREATE VIRTUAL TABLE wrong USING fts5(nowhere, content=note)",
        "CREATE VIRTUAL TABLE bare USING fts5(body, content=note, detail=none)");

    assertEquals(
        List.of(
            new TextIndex("one", List.of("Title", "body"), Optional.of("nr")),
            new TextIndex("two", List.of("body"), Optional.of("rowid"))),
        table("note").textIndexes());
    assertEquals(
        List.of(new TextIndex("three", List.of("t"), Optional.of("rowid"))),
        table("a [b]").textIndexes());
  }
}
