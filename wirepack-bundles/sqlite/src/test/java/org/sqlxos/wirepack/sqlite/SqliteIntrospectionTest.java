package org.sqlxos.wirepack.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlxos.wirepack.api.IntrospectionQuery;
import org.sqlxos.wirepack.api.Session;

class SqliteIntrospectionTest {

  private static final String[] SCHEMA = {
    """
    CREATE TABLE "Person" (
      id INTEGER PRIMARY KEY,
      email VARCHAR(80) NOT NULL UNIQUE,
      first TEXT, last TEXT,
      name TEXT GENERATED ALWAYS AS (first || ' ' || last) VIRTUAL,
      length INT AS (length(last)) STORED,
      created DATETIME DEFAULT CURRENT_TIMESTAMP)\
    """,
    "CREATE UNIQUE INDEX person_name ON Person(last, first)",
    "CREATE UNIQUE INDEX person_lower ON Person(lower(email))",
    "CREATE UNIQUE INDEX person_young ON Person(last) WHERE\n"
        + " created > '2020' AND first = 'a where b'",
    "CREATE INDEX person_last ON Person(last DESC)",
    "CREATE TABLE descending(id INTEGER PRIMARY KEY DESC)",
    "CREATE TABLE intkey(id INT PRIMARY KEY)",
    """
    CREATE TABLE membership (
      person INTEGER REFERENCES person ON DELETE CASCADE,
      club TEXT,
      PRIMARY KEY (club, person)) WITHOUT ROWID\
    """,
    "CREATE TABLE club_fee(id INTEGER PRIMARY KEY, a TEXT, b INTEGER, amount REAL,"
        + " FOREIGN KEY (a, b) REFERENCES Membership(CLUB, Person) ON UPDATE SET NULL) STRICT",
    "CREATE TABLE orphan(x REFERENCES nowhere(y))",
    "CREATE VIEW adults AS SELECT id, email FROM person",
    "CREATE VIRTUAL TABLE words USING\n fts5(title, body)",
    "CREATE TABLE counted(id INTEGER PRIMARY KEY AUTOINCREMENT)"
  };

  @TempDir Path folder;
  private Path file;
  private Session session;

  @BeforeEach
  void open() throws Exception {
    file = folder.resolve("schema.db");
    Sqlite.write(file, SCHEMA);
    session = Sqlite.open(file);
  }

  @AfterEach
  void close() {
    session.close();
  }

  private List<List<String>> ask(IntrospectionQuery query, int columns) {
    return Sqlite.rows(
        session, Sqlite.PACK.description().statement(query).orElseThrow().text(), columns);
  }

  private List<String> of(String relation, List<List<String>> rows) {
    return rows.stream()
        .filter(row -> relation.equals(row.get(1)))
        .map(row -> String.join(" ", row.stream().map(String::valueOf).toList()))
        .toList();
  }

  @Test
  void listsRelationsWithoutInternalOrUnreadableOnes() {
    List<String> relations = new ArrayList<>();
    for (List<String> row : ask(IntrospectionQuery.RELATIONS, 6)) {
      assertTrue(row.get(3).startsWith("CREATE "));
      relations.add(row.get(1) + " " + row.get(2) + " " + row.get(4));
    }
    assertEquals(
        List.of(
            "Person table null",
            "adults view null",
            "club_fee table strict",
            "counted table null",
            "descending table null",
            "intkey table null",
            "membership table without-rowid",
            "orphan table null",
            "words table virtual"),
        relations);
  }

  @Test
  void tellsColumnsWithTheirOriginAndDefault() {
    List<List<String>> columns = ask(IntrospectionQuery.COLUMNS, 8);
    assertEquals(
        List.of(
            "main Person id INTEGER 0 identity null null",
            "main Person email VARCHAR(80) 0 stored null null",
            "main Person first TEXT 1 stored null null",
            "main Person last TEXT 1 stored null null",
            "main Person name TEXT 1 generated null null",
            "main Person length INT 1 generated null null",
            "main Person created DATETIME 1 stored CURRENT_TIMESTAMP null"),
        of("Person", columns));
    assertEquals(
        List.of("main descending id INTEGER 0 stored null null"), of("descending", columns));
    assertEquals(List.of("main intkey id INT 0 stored null null"), of("intkey", columns));
    assertEquals(List.of("main counted id INTEGER 0 identity null null"), of("counted", columns));
    assertEquals(
        List.of(
            "main membership person INTEGER 0 stored null null",
            "main membership club TEXT 0 stored null null"),
        of("membership", columns));
    assertEquals(
        List.of("main words title  1 stored null null", "main words body  1 stored null null"),
        of("words", columns));
    assertEquals(2, of("adults", columns).size());
  }

  @Test
  void tellsKeysInTheirOrderWithoutPartialAndExpressionIndexes() {
    List<List<String>> keys = ask(IntrospectionQuery.KEYS, 5);
    assertEquals(
        List.of(
            "main Person null primary id",
            "main Person person_name unique last",
            "main Person person_name unique first",
            "main Person sqlite_autoindex_Person_1 unique email"),
        of("Person", keys));
    assertEquals(
        List.of("main membership null primary club", "main membership null primary person"),
        of("membership", keys));
  }

  @Test
  void tellsForeignKeysWithTheNamesThatTheTargetHas() {
    List<List<String>> keys = ask(IntrospectionQuery.FOREIGN_KEYS, 9);
    assertEquals(
        List.of(
            "main club_fee club_fee_a_b_fkey a main membership club NO ACTION SET NULL",
            "main club_fee club_fee_a_b_fkey b main membership person NO ACTION SET NULL"),
        of("club_fee", keys));
    assertEquals(
        List.of("main membership membership_person_fkey person main Person null CASCADE NO ACTION"),
        of("membership", keys));
    assertEquals(
        List.of("main orphan orphan_x_fkey x main nowhere y NO ACTION NO ACTION"),
        of("orphan", keys));
  }

  @Test
  void tellsIndexesWithTheirPredicate() {
    assertEquals(
        List.of(
            "main Person person_last 0 last 1 null",
            "main Person person_lower 1 null 0 null",
            "main Person person_name 1 last 0 null",
            "main Person person_name 1 first 0 null",
            "main Person person_young 1 last 0 created > '2020' AND first = 'a where b'",
            "main Person sqlite_autoindex_Person_1 1 email 0 null"),
        of("Person", ask(IntrospectionQuery.INDEXES, 7)));
  }

  @Test
  void noticesAChange() throws Exception {
    Object before = ask(IntrospectionQuery.CHANGE_PROBE, 1);
    assertEquals(before, ask(IntrospectionQuery.CHANGE_PROBE, 1));
    Sqlite.write(file, "CREATE INDEX later ON orphan(x)");
    assertNotEquals(before, ask(IntrospectionQuery.CHANGE_PROBE, 1));
  }

  @Test
  void leavesOutWhatCannotBeRead() throws Exception {
    Sqlite.write(
        file,
        "CREATE VIEW broken AS SELECT x FROM gone",
        "PRAGMA writable_schema=1",
        "INSERT INTO sqlite_schema VALUES"
            + " ('table', 'maps', 'maps', 0, 'CREATE VIRTUAL TABLE maps USING geo(x)')");
    List<List<String>> relations = ask(IntrospectionQuery.RELATIONS, 6);
    assertEquals(1, of("Person", relations).size());
    assertEquals(1, of("words", relations).size());
    assertEquals(List.of(), of("broken", relations));
    assertEquals(List.of(), of("maps", relations));
    assertEquals(7, of("Person", ask(IntrospectionQuery.COLUMNS, 8)).size());
    assertEquals(4, of("Person", ask(IntrospectionQuery.KEYS, 5)).size());
    assertEquals(6, of("Person", ask(IntrospectionQuery.INDEXES, 7)).size());
    assertEquals(2, of("club_fee", ask(IntrospectionQuery.FOREIGN_KEYS, 9)).size());
  }

  @Test
  void tellsTheVersion() {
    assertTrue(ask(IntrospectionQuery.VERSION, 1).getFirst().getFirst().startsWith("3."));
  }
}
