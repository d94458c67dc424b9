package org.sqlxos.security.internal.condition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlxos.catalog.api.CatalogSnapshot;
import org.sqlxos.catalog.api.Column;
import org.sqlxos.catalog.api.Database;
import org.sqlxos.catalog.api.RelationName;
import org.sqlxos.catalog.api.Relationship;
import org.sqlxos.catalog.api.Schema;
import org.sqlxos.catalog.api.Table;
import org.sqlxos.operation.api.Filter;
import org.sqlxos.operation.api.Filter.Comparison;
import org.sqlxos.type.api.UniversalType;

class BindingTest {

  private static final Filter NOTHING = new Filter.Or(List.of());
  private static final RelationName POSTS = new RelationName("main", "posts");
  private static final Relationship REPLIES =
      new Relationship(
          "replies", POSTS, POSTS, List.of("id"), List.of("parent"), Relationship.Cardinality.MANY);

  private static Column column(String name, UniversalType type) {
    return new Column(
        name, type, "", true, Column.Origin.STORED, Optional.empty(), Optional.empty());
  }

  private static CatalogSnapshot catalog() {
    UniversalType number = new UniversalType.IntegerType(32);
    Table posts =
        new Table(
            POSTS,
            List.of(
                column("id", number),
                column("parent", number),
                column("author", number),
                column("title", new UniversalType.TextType(UniversalType.UNBOUNDED)),
                column("published", UniversalType.Simple.BOOLEAN)),
            Optional.empty(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Set.of(),
            Optional.empty());
    return new CatalogSnapshot(
        new Database("d", "p", "1", "main", List.of(new Schema("main", List.of(posts)))),
        "f",
        Instant.EPOCH,
        List.of(REPLIES));
  }

  private static Filter bound(String condition, Map<String, Object> claims) throws ConditionFault {
    CatalogSnapshot catalog = catalog();
    return new Binding(catalog, claims)
        .holds(catalog.relation(POSTS).orElseThrow(), ConditionParser.parse(condition));
  }

  private static Filter equal(String column, Object value) {
    return new Filter.Compare(column, Comparison.EQUAL, value);
  }

  @Test
  void putsClaimsInTheirPlaces() throws ConditionFault {
    assertEquals(equal("author", "42"), bound("author = claims.sub", Map.of("sub", "42")));
    assertEquals(equal("author", "42"), bound("claims.sub = author", Map.of("sub", 42L)));
    assertEquals(
        new Filter.Or(List.of(equal("published", "true"), equal("author", "7"))),
        bound("published or author = claims.user.id", Map.of("user.id", 7)));
    assertEquals(
        new Filter.In("author", List.of("1", "2")),
        bound("author in claims.team", Map.of("team", List.of(1, 2, "x"))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "author = claims.sub",
        "not author = claims.sub",
        "author <> claims.sub",
        "not (author <> claims.sub)",
        "author in (claims.sub)",
        "author not in (claims.sub)",
        "author not in (1, claims.sub)",
        "not exists replies (author = claims.sub)",
        "claims.sub = 'x'",
        "not claims.sub = 'x'",
        "not (claims.sub in ('x'))",
        "title = 'x' and author = claims.sub",
      })
  void whatAMissingClaimLeavesUnknownPermitsNothingUnderNotEither(String condition)
      throws ConditionFault {
    assertEquals(NOTHING, bound(condition, Map.of()));
  }

  @Test
  void aClaimThatTheColumnCannotHoldMatchesNothing() throws ConditionFault {
    for (String value : List.of("abc", "1; drop table posts", "1e999999999", "99999999999", "")) {
      assertEquals(NOTHING, bound("author = claims.sub", Map.of("sub", value)), value);
      assertEquals(NOTHING, bound("author <> claims.sub", Map.of("sub", value)), value);
    }
  }

  @Test
  void conditionsOnTheCallerAloneAreDecided() throws ConditionFault {
    Map<String, Object> claims = Map.of("level", 3L, "groups", List.of("a", "b"));
    assertEquals(Filter.EVERYTHING, bound("claims.level >= 3", claims));
    assertEquals(NOTHING, bound("claims.level > 3", claims));
    assertEquals(Filter.EVERYTHING, bound("'a' in claims.groups", claims));
    assertEquals(Filter.EVERYTHING, bound("claims.tenant is null", claims));
    assertEquals(equal("title", "x"), bound("title = 'x' and claims.level = 3", claims));
  }

  @Test
  void relatedRowsAreAskedFor() throws ConditionFault {
    assertEquals(
        new Filter.Related(REPLIES, equal("author", "1")),
        bound("exists replies (author = claims.sub)", Map.of("sub", "1")));
    assertEquals(
        new Filter.Not(new Filter.Related(REPLIES, Filter.EVERYTHING)),
        bound("not exists replies", Map.of()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a =",
        "a = b",
        "(a = 1",
        "a = 1)",
        "a == 1",
        "a in ()",
        "1 = 1",
        "exists",
        "a like 1",
        "a; b",
        "a = 'x",
        "or",
        "not",
        "claims.sub",
        "a.b = 1",
        "a = $1"
      })
  void refusesWhatIsNoCondition(String text) {
    assertThrows(ConditionFault.class, () -> ConditionParser.parse(text));
  }

  @Test
  void refusesConditionsThatWouldExhaustTheStack() {
    assertThrows(
        ConditionFault.class,
        () -> ConditionParser.parse("(".repeat(10_000) + "a = 1" + ")".repeat(10_000)));
    assertThrows(ConditionFault.class, () -> ConditionParser.parse("not ".repeat(100_001) + "="));
  }

  @Test
  void aClaimIsWrittenInOneFormOnly() throws ConditionFault {
    for (Object value : List.of(100L, 100.0, "100", "1e2", "+100.00")) {
      assertEquals(equal("author", "100"), bound("author = claims.sub", Map.of("sub", value)));
    }
    for (Object value : List.of(100.5, "1e-1", "1e99", "NaN", List.of(100L))) {
      assertEquals(NOTHING, bound("author = claims.sub", Map.of("sub", value)));
    }
  }

  @Test
  void whatDoesNotFitIsUnknownInRelatedRowsToo() throws ConditionFault {
    String condition = "not exists replies (author = claims.sub)";
    assertEquals(NOTHING, bound(condition, Map.of("sub", "eve")));
    assertEquals(NOTHING, bound(condition, Map.of()));
    assertEquals(
        new Filter.Not(new Filter.Related(REPLIES, equal("author", "7"))),
        bound(condition, Map.of("sub", "7")));
  }
}
