package org.sqlxos.planner.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sqlxos.catalog.api.CatalogSnapshot;
import org.sqlxos.catalog.api.Column;
import org.sqlxos.catalog.api.Database;
import org.sqlxos.catalog.api.Key;
import org.sqlxos.catalog.api.RelationName;
import org.sqlxos.catalog.api.Schema;
import org.sqlxos.catalog.api.Table;
import org.sqlxos.dialect.api.Syntax;
import org.sqlxos.dialect.api.Syntax.Upsert;
import org.sqlxos.operation.api.Batch;
import org.sqlxos.operation.api.Default;
import org.sqlxos.operation.api.Earlier;
import org.sqlxos.operation.api.Filter;
import org.sqlxos.operation.api.Locked;
import org.sqlxos.operation.api.Mutation;
import org.sqlxos.operation.api.Mutation.OnConflict;
import org.sqlxos.operation.api.Mutation.Resolution;
import org.sqlxos.operation.api.Query;
import org.sqlxos.operation.api.Selected;
import org.sqlxos.operation.api.TargetStatement;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.type.api.UniversalType;

/** Upserts, rows that differ, and several statements at once. */
class WritesTest {

  private static final RelationName USERS = new RelationName("", "users");
  private static final Upsert ANY_KEY =
      new Upsert("ON DUPLICATE $2", "ON DUPLICATE $2", "VALUES($1)", false);

  private final StatementCompiler naming = compiler(true, true, Upsert.ON_CONFLICT);
  private final StatementCompiler anyKey = compiler(false, true, ANY_KEY);

  private static StatementCompiler compiler(boolean returning, boolean keyword, Upsert upsert) {
    Syntax syntax =
        new Syntax(
                '"',
                Syntax.Placeholders.QUESTION_MARK,
                returning,
                "DEFAULT VALUES",
                keyword,
                "$1 LIKE $2",
                "$1 LIKE $2",
                "LIMIT $1 OFFSET $2",
                returning
                    ? Optional.empty()
                    : Optional.of(new Syntax.ReadBackSyntax("LAST() + $1", "FOR UPDATE")))
            .withForms(Syntax.Forms.USUAL.withWrites("FOR UPDATE", upsert));
    Table users =
        new Table(
            USERS,
            List.of(
                column("id", Column.Origin.IDENTITY, null),
                column("email", Column.Origin.STORED, null),
                column("role", Column.Origin.STORED, "'reader'")),
            Optional.of(new Key("users_pkey", List.of("id"))),
            List.of(new Key("users_email", List.of("email"))),
            List.of(),
            List.of(),
            List.of(),
            Set.of(),
            Optional.empty());
    Database database = new Database("d", "P", "1", "", List.of(new Schema("", List.of(users))));
    return new StatementCompiler(
        syntax, new CatalogSnapshot(database, "f", Instant.EPOCH, List.of()));
  }

  private static Column column(String name, Column.Origin origin, String defaultExpression) {
    return new Column(
        name,
        UniversalType.parse("text"),
        "",
        true,
        origin,
        Optional.ofNullable(defaultExpression),
        Optional.empty());
  }

  private static Mutation.Insert insert(String columns, List<Object> row, String... returning) {
    return new Mutation.Insert(
        USERS, List.of(columns.split(" ")), List.of(row), List.of(returning));
  }

  private static Mutation.Insert upsert(Mutation.Insert insert, String key, Resolution resolution) {
    return insert.withOnConflict(
        new OnConflict(List.of(key.split(" ")), resolution, Filter.EVERYTHING));
  }

  @Test
  void anUpsertNamesItsKeyWhereTheDatabaseCanBeToldOfIt() {
    Mutation.Insert insert = insert("id email", List.of(1L, "a"), "id");
    assertEquals(
        "INSERT INTO \"users\" (\"id\", \"email\") VALUES (?, ?)"
            + " ON CONFLICT (\"id\") DO UPDATE SET \"email\" = EXCLUDED.\"email\" RETURNING \"id\"",
        naming.mutation(upsert(insert, "id", Resolution.MERGE)).text());
    assertEquals(
        "INSERT INTO \"users\" (\"id\", \"email\") VALUES (?, ?)"
            + " ON CONFLICT (\"email\") DO NOTHING RETURNING \"id\"",
        naming.mutation(upsert(insert, "email", Resolution.IGNORE)).text());
    assertEquals(
        "INSERT INTO \"users\" (\"id\") VALUES (?)"
            + " ON CONFLICT (\"id\") DO UPDATE SET \"id\" = EXCLUDED.\"id\"",
        naming.mutation(upsert(insert("id", List.of(1L)), "id", Resolution.MERGE)).text());
  }

  @Test
  void theRowsThatAnUpsertMayChangeCanBeChosen() {
    Mutation.Insert chosen =
        insert("id email", List.of(1L, "a"))
            .withOnConflict(
                new OnConflict(
                    List.of("id"),
                    Resolution.MERGE,
                    Filter.equal(List.of("role"), List.of("reader"))));
    TargetStatement target = naming.mutation(chosen);
    assertEquals(
        "INSERT INTO \"users\" (\"id\", \"email\") VALUES (?, ?) ON CONFLICT (\"id\") DO UPDATE SET"
            + " \"email\" = EXCLUDED.\"email\" WHERE \"users\".\"role\" = ?",
        target.text());
    assertEquals(List.of(1L, "a", "reader"), target.parameters());
    assertEquals(PlanProblem.NOT_SERVED, refused(() -> anyKey.mutation(chosen)));
  }

  @Test
  void anUpsertThatCannotNameItsKeyMustNotMeetAnother() {
    Mutation.Insert one = insert("email role", List.of("a", "b"), "id");
    TargetStatement target = anyKey.mutation(upsert(one, "email", Resolution.MERGE));
    assertEquals(
        "INSERT INTO \"users\" (\"email\", \"role\") VALUES (?, ?)"
            + " ON DUPLICATE \"role\" = VALUES(\"role\")",
        target.text());
    assertEquals(
        "SELECT \"users\".\"id\" FROM \"users\" WHERE \"users\".\"email\" = ?",
        target.readBack().orElseThrow().rows().text());
    Mutation.Insert two = insert("id email", List.of(1L, "a"));
    assertEquals(
        PlanProblem.NOT_SERVED,
        refused(() -> anyKey.mutation(upsert(two, "id", Resolution.MERGE))));
    assertEquals(
        PlanProblem.NOT_SERVED,
        refused(() -> anyKey.mutation(upsert(one, "email", Resolution.IGNORE))));
  }

  @Test
  void anUpsertNeedsAKeyOfTheTable() {
    Mutation.Insert insert = insert("role", List.of("a"));
    assertEquals(
        PlanProblem.NOT_IN_CATALOG,
        refused(() -> naming.mutation(upsert(insert, "role", Resolution.MERGE))));
  }

  private static Object refused(Runnable action) {
    return assertThrows(ProblemException.class, action::run).problem().code();
  }

  @Test
  void aRowThatLacksAColumnGetsItsDefault() {
    List<List<Object>> rows =
        List.of(Arrays.asList("a", Default.DEFAULT), Arrays.asList(Default.DEFAULT, null));
    Mutation.Insert insert = new Mutation.Insert(USERS, List.of("email", "role"), rows, List.of());
    TargetStatement target = naming.mutation(insert);
    assertEquals(
        "INSERT INTO \"users\" (\"email\", \"role\") VALUES (?, DEFAULT), (DEFAULT, ?)",
        target.text());
    assertEquals(Arrays.asList("a", null), target.parameters());
    assertEquals(
        "INSERT INTO \"users\" (\"email\", \"role\") VALUES (?, ('reader')), (NULL, ?)",
        compiler(true, false, Upsert.ON_CONFLICT).mutation(insert).text());
  }

  @Test
  void rowsOfNothingButDefaultsCanBeSeveral() {
    Mutation.Insert insert =
        new Mutation.Insert(USERS, List.of(), List.of(List.of(), List.of()), List.of("id"));
    assertEquals(
        "INSERT INTO \"users\" (\"id\") VALUES (DEFAULT), (DEFAULT) RETURNING \"id\"",
        naming.mutation(insert).text());
    assertEquals(
        "SELECT \"users\".\"id\" FROM \"users\" WHERE \"users\".\"id\" IN (LAST() + 0, LAST() + 1)"
            + " ORDER BY \"users\".\"id\"",
        anyKey.mutation(insert).readBack().orElseThrow().rows().text());
  }

  @Test
  void aBatchHasATargetForEachStatementAndKeepsReferences() {
    Query query =
        Query.of(USERS, Selected.fields(List.of("id")))
            .withFilter(Filter.equal(List.of("id"), List.of(1L)));
    Earlier earlier = new Earlier(0, 0, "id");
    List<TargetStatement> targets =
        new BatchCompiler(naming)
            .batch(new Batch(List.of(new Locked(query), insert("email", List.of(earlier)), query)))
            .statements();
    assertEquals(
        "SELECT \"users\".\"id\" FROM \"users\" WHERE \"users\".\"id\" = ? FOR UPDATE",
        targets.get(0).text());
    assertEquals(List.of(earlier), targets.get(1).parameters());
    assertEquals(
        "SELECT \"users\".\"id\" FROM \"users\" WHERE \"users\".\"id\" = ?", targets.get(2).text());
  }
}
