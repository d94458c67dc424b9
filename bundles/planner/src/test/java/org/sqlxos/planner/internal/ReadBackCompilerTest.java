package org.sqlxos.planner.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sqlxos.catalog.api.CatalogSnapshot;
import org.sqlxos.catalog.api.Column;
import org.sqlxos.catalog.api.Column.Origin;
import org.sqlxos.catalog.api.Database;
import org.sqlxos.catalog.api.Key;
import org.sqlxos.catalog.api.RelationName;
import org.sqlxos.catalog.api.Relationship;
import org.sqlxos.catalog.api.Schema;
import org.sqlxos.catalog.api.Table;
import org.sqlxos.catalog.api.View;
import org.sqlxos.dialect.api.Syntax;
import org.sqlxos.operation.api.Default;
import org.sqlxos.operation.api.Filter;
import org.sqlxos.operation.api.Filter.Comparison;
import org.sqlxos.operation.api.Mutation;
import org.sqlxos.operation.api.ReadBack;
import org.sqlxos.operation.api.ReadBack.Evaluated;
import org.sqlxos.operation.api.ReadBack.Moment;
import org.sqlxos.operation.api.TargetStatement;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.type.api.UniversalType;

class ReadBackCompilerTest {

  private static final RelationName POSTS = name("posts");
  private static final RelationName TAGS = name("tags");
  private static final RelationName FILES = name("files");
  private static final RelationName LOG = name("log");
  private static final RelationName RECENT = name("recent");

  private final StatementCompiler compiler = new StatementCompiler(syntax(true), catalog());

  private static Syntax syntax(boolean readsBack) {
    return new Syntax(
        '`',
        Syntax.Placeholders.QUESTION_MARK,
        false,
        "() VALUES ()",
        true,
        "$1 LIKE $2",
        "$1 LIKE $2",
        "LIMIT $1 OFFSET $2",
        readsBack
            ? Optional.of(new Syntax.ReadBackSyntax("LAST() + $1", "FOR UPDATE"))
            : Optional.empty());
  }

  private static RelationName name(String name) {
    return new RelationName("", name);
  }

  private static ReadBack readBack(TargetStatement target) {
    assertTrue(target.writes() && target.columns().isEmpty());
    return target.readBack().orElseThrow();
  }

  private static Filter key(Object value) {
    return Filter.equal(List.of("id"), List.of(value));
  }

  private TargetStatement insert(RelationName relation, List<String> columns, List<?>... rows) {
    List<List<Object>> values = Arrays.stream(rows).<List<Object>>map(List::copyOf).toList();
    List<String> returning =
        relation.equals(TAGS) ? List.of("name") : List.of(relation.equals(LOG) ? "line" : "id");
    return compiler.mutation(
        new Mutation.Insert(relation, columns, List.copyOf(values), returning));
  }

  private void refused(Runnable action) {
    ProblemException refusal = assertThrows(ProblemException.class, action::run);
    assertEquals("SQLX501", refusal.problem().code().code());
  }

  @Test
  void anInsertedRowIsReadByTheIdentityThatTheSessionKnows() {
    TargetStatement target = insert(POSTS, List.of("title"), List.of("a"));

    assertEquals("INSERT INTO `posts` (`title`) VALUES (?)", target.text());
    ReadBack readBack = readBack(target);
    assertEquals(Moment.AFTER, readBack.moment());
    assertEquals(
        "SELECT `posts`.`id` FROM `posts` WHERE `posts`.`id` = LAST() + 0", readBack.rows().text());
    assertEquals(List.of(), readBack.rows().parameters());
    assertEquals("id", readBack.rows().columns().getFirst().name());
  }

  @Test
  void severalInsertedRowsComeInTheirOrder() {
    assertEquals(
        "SELECT `posts`.`id` FROM `posts` WHERE `posts`.`id` IN (LAST() + 0, LAST() + 1)"
            + " ORDER BY `posts`.`id`",
        readBack(insert(POSTS, List.of("title"), List.of("a"), List.of("b"))).rows().text());
    ReadBack given =
        readBack(insert(TAGS, List.of("post", "name"), List.of(1L, "z"), List.of(1L, "a")));
    assertEquals(
        "SELECT `tags`.`name` FROM `tags`"
            + " WHERE ((`tags`.`post` = ? AND `tags`.`name` = ?)"
            + " OR (`tags`.`post` = ? AND `tags`.`name` = ?))"
            + " ORDER BY CASE WHEN (`tags`.`post` = ? AND `tags`.`name` = ?) THEN 0"
            + " WHEN (`tags`.`post` = ? AND `tags`.`name` = ?) THEN 1 END",
        given.rows().text());
    assertEquals(List.of(1L, "z", 1L, "a", 1L, "z", 1L, "a"), given.rows().parameters());
  }

  @Test
  void aKeyThatTheCallerGivesIsTheKeyToReadBy() {
    TargetStatement target = insert(POSTS, List.of("id", "title"), List.of(7L, "a"));

    assertEquals(List.of(7L), readBack(target).rows().parameters());
  }

  @Test
  void aDefaultThatOnlyTheDatabaseCanTellIsEvaluatedFirst() {
    TargetStatement target = insert(FILES, List.of("size"), List.of(1L), List.of(2L));

    assertEquals("INSERT INTO `files` (`size`, `id`) VALUES (?, ?), (?, ?)", target.text());
    assertEquals(List.of(1L, new Evaluated(0), 2L, new Evaluated(1)), target.parameters());
    ReadBack readBack = readBack(target);
    assertEquals("SELECT (uuid()), (uuid())", readBack.evaluated().orElseThrow().text());
    assertEquals(2, readBack.evaluated().orElseThrow().columns().size());
    assertEquals(new Evaluated(0), readBack.rows().parameters().getFirst());
  }

  @Test
  void aRowOfNothingButDefaultsIsFoundToo() {
    assertEquals("INSERT INTO `posts` () VALUES ()", insert(POSTS, List.of(), List.of()).text());
    assertEquals(
        "INSERT INTO `files` (`id`) VALUES (?)", insert(FILES, List.of(), List.of()).text());
  }

  @Test
  void anotherKeyWhoseValuesAreGivenSparesTheEvaluation() {
    TargetStatement target = insert(FILES, List.of("path"), List.of("/a"));

    assertEquals("INSERT INTO `files` (`path`) VALUES (?)", target.text());
    assertEquals(Optional.empty(), readBack(target).evaluated());
    assertEquals(List.of("/a"), readBack(target).rows().parameters());
  }

  @Test
  void anInsertWithoutAKnownKeyIsRefused() {
    refused(() -> insert(LOG, List.of("line"), List.of("x")));
    refused(() -> insert(TAGS, List.of("name"), List.of("x")));
  }

  @Test
  void aDeletedRowIsReadAndLockedBefore() {
    ReadBack readBack =
        readBack(compiler.mutation(new Mutation.Delete(POSTS, key(5L), List.of("title"))));

    assertEquals(Moment.BEFORE, readBack.moment());
    assertEquals(
        "SELECT `posts`.`title` FROM `posts` WHERE `posts`.`id` = ? FOR UPDATE",
        readBack.rows().text());
  }

  private TargetStatement update(List<String> columns, List<Object> values, Filter filter) {
    return compiler.mutation(
        new Mutation.Update(POSTS, columns, values, filter, List.of("id", "title")));
  }

  @Test
  void anUpdatedRowIsReadByItsKey() {
    Filter mine = Filter.both(key(5L), new Filter.Compare("title", Comparison.EQUAL, "old"));

    TargetStatement target = update(List.of("title"), List.of("new"), mine);

    assertEquals(
        "UPDATE `posts` SET `title` = ? WHERE (`posts`.`id` = ? AND `posts`.`title` = ?)",
        target.text());
    assertEquals(
        "SELECT `posts`.`id`, `posts`.`title` FROM `posts` WHERE `posts`.`id` = ?",
        readBack(target).rows().text());
    assertEquals(List.of(5L), readBack(target).rows().parameters());
  }

  @Test
  void anUpdateOfTheKeyIsReadByTheNewKey() {
    TargetStatement target = update(List.of("id"), List.of(6L), key(5L));

    assertEquals(List.of(6L, 5L), target.parameters());
    assertEquals(List.of(6L), readBack(target).rows().parameters());
  }

  @Test
  void anUpdateByAnyFilterIsReadByItWhereItStillHolds() {
    Filter filter = new Filter.Compare("id", Comparison.LESS, 9L);

    assertEquals(
        "SELECT `posts`.`id`, `posts`.`title` FROM `posts` WHERE `posts`.`id` < ?",
        readBack(update(List.of("title"), List.of("x"), filter)).rows().text());
  }

  @Test
  void anUpdateOfWhatItsFilterIsAboutIsRefused() {
    refused(() -> update(List.of("title"), List.of("x"), new Filter.IsNull("title")));
    refused(() -> update(List.of("title"), List.of("x"), new Filter.In("shout", List.of("X"))));
    refused(() -> update(List.of("id"), List.of(Default.DEFAULT), key(5L)));
    Relationship replies =
        new Relationship(
            "replies", POSTS, POSTS, List.of("id"), List.of("id"), Relationship.Cardinality.MANY);
    refused(
        () ->
            update(List.of("title"), List.of("x"), new Filter.Related(replies, Filter.EVERYTHING)));
  }

  @Test
  void aViewIsReadByFiltersOnly() {
    Mutation.Delete delete = new Mutation.Delete(RECENT, Filter.EVERYTHING, List.of("id"));

    assertEquals(
        "SELECT `recent`.`id` FROM `recent` FOR UPDATE",
        readBack(compiler.mutation(delete)).rows().text());
    refused(() -> insert(RECENT, List.of("id"), List.of(1L)));
  }

  @Test
  void nothingIsReadBackThatNobodyAskedFor() {
    TargetStatement target =
        compiler.mutation(new Mutation.Delete(POSTS, Filter.EVERYTHING, List.of()));

    assertEquals(Optional.empty(), target.readBack());
  }

  @Test
  void refusesRowsWhereADialectKnowsNoWay() {
    StatementCompiler without = new StatementCompiler(syntax(false), catalog());
    refused(() -> without.mutation(new Mutation.Delete(POSTS, key(1L), List.of("id"))));
  }

  private static CatalogSnapshot catalog() {
    Table posts =
        table(
            POSTS,
            List.of(List.of("id")),
            column("id", Origin.IDENTITY, ""),
            column("title", Origin.STORED, ""),
            column("shout", Origin.GENERATED, ""));
    Table tags =
        table(
            TAGS,
            List.of(List.of("post", "name")),
            column("post", Origin.STORED, "concat(`name`)"),
            column("name", Origin.STORED, ""));
    Table files =
        table(
            FILES,
            List.of(List.of("id"), List.of("path")),
            column("id", Origin.STORED, "uuid()"),
            column("path", Origin.STORED, ""),
            column("size", Origin.STORED, ""));
    Table log = table(LOG, List.of(), column("line", Origin.STORED, ""));
    View recent =
        new View(
            RECENT, List.of(column("id", Origin.STORED, "")), Optional.empty(), Optional.empty());
    Database database =
        new Database(
            "blog",
            "Test",
            "1",
            "",
            List.of(new Schema("", List.of(posts, tags, files, log, recent))));
    return new CatalogSnapshot(database, "f", Instant.EPOCH, List.of());
  }

  private static Table table(RelationName name, List<List<String>> keys, Column... columns) {
    List<Key> all = keys.stream().map(key -> new Key("k", key)).toList();
    return new Table(
        name,
        List.of(columns),
        all.stream().findFirst(),
        all.stream().skip(1).toList(),
        List.of(),
        List.of(),
        List.of(),
        Set.of(),
        Optional.empty());
  }

  private static Column column(String name, Origin origin, String defaultExpression) {
    return new Column(
        name,
        UniversalType.TEXT,
        "TEXT",
        true,
        origin,
        Optional.of(defaultExpression).filter(expression -> !expression.isEmpty()),
        Optional.empty());
  }
}
