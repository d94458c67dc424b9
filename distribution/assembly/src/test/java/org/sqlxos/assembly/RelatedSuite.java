package org.sqlxos.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sqlxos.assembly.Problems.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlxos.catalog.api.LiveCatalog;

/** Related rows inside rows, and groups of rows, on one family of databases. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class RelatedSuite implements SearchTests, OctetTests, SupportTests, HostileTests {

  private Product product;
  private Http http;

  /** Serves an empty database. */
  abstract Product serve(String... statements) throws IOException, SQLException;

  /** The columns of a table in which each type of the database is a column {@code v_...}. */
  abstract String[] kinds();

  /** Rows of that table, in the order of {@link #kinds}. */
  abstract String[][] values();

  /** The table of {@link SearchTests}. */
  abstract String[] articles();

  /** The type of long binary values. */
  abstract String octets();

  @Override
  public final Http http() {
    return http;
  }

  @Override
  public final String family() {
    return product
        .node()
        .awaitService(LiveCatalog.class, "(sqlx.database=test)", Duration.ofSeconds(30))
        .orElseThrow()
        .snapshot()
        .database()
        .product();
  }

  /** Begins with these tables. */
  final void fill() throws IOException, SQLException {
    product =
        serve(
            Stream.of(
                    RelatedSchema.statements(),
                    RelatedSchema.kinds(kinds(), values()),
                    articles(),
                    OctetTests.files(octets()),
                    Feature.TABLES)
                .flatMap(Stream::of)
                .toArray(String[]::new));
    http = product.http();
    // Literals with a backslash mean different things to them.
    Http.Answer row =
        http.post(
            "/api/posts",
            "{\"id\":4,\"author_id\":1,\"title\":\"vier \\\"日本\\\" \\\\ ß\",\"score\":0,"
                + "\"published\":true}");
    assertEquals(201, row.status(), row::toString);
  }

  @AfterAll
  void stop() throws IOException {
    product.close();
  }

  private String data(String path) {
    Http.Answer answer = http.get(path);
    assertEquals(200, answer.status(), answer::toString);
    return answer.json().get("data").toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      quoteCharacter = '~',
      value = {
        "users?select=name,posts(title)&sort=id&limit=2"
            + " -> [{\"name\":\"Ada\",\"posts\":[{\"title\":\"one\"},{\"title\":\"two\"},"
            + "{\"title\":\"vier \\\"日本\\\" \\\\ ß\"}]},"
            + "{\"name\":\"Ben\",\"posts\":[{\"title\":\"three\"}]}]",
        "posts?select=id,writer:author(name)&id=eq.3"
            + " -> [{\"id\":3,\"writer\":{\"name\":\"Ben\"}}]",
        "comments?select=id,user(name)&sort=id"
            + " -> [{\"id\":1,\"user\":{\"name\":\"Ben\"}},{\"id\":2,\"user\":null},"
            + "{\"id\":3,\"user\":{\"name\":\"Ada\"}}]",
        "users/1?select=posts(id,comments(id,user(name)))&posts.sort=-id&posts.limit=2&posts.page=2"
            + " -> {\"posts\":[{\"id\":1,\"comments\":[{\"id\":1,\"user\":{\"name\":\"Ben\"}},"
            + "{\"id\":2,\"user\":null}]}]}",
        "users?select=id,posts!inner(id)&posts.title=like.t*&sort=id"
            + " -> [{\"id\":1,\"posts\":[{\"id\":2}]},{\"id\":2,\"posts\":[{\"id\":3}]}]",
        "users?select=id&posts=some.(title.eq.three)" + " -> [{\"id\":2}]",
        "users?select=id&posts=not.some.()&sort=id" + " -> [{\"id\":3}]",
        "users?select=id&or=(posts.some.(comments.some.(body.is.null)),name.eq.Cy)&sort=id"
            + " -> [{\"id\":2},{\"id\":3}]",
        "posts/1?select=tags(label)&tags.sort=-label"
            + " -> {\"tags\":[{\"label\":\"red\"},{\"label\":\"green\"}]}",
        "tags?select=label,posts(id)&posts.sort=id&label=eq.red"
            + " -> [{\"label\":\"red\",\"posts\":[{\"id\":1}]}]",
        "users/2?select=boss(name)" + " -> {\"boss\":{\"name\":\"Ada\"}}",
        "users/1?select=reports:users!users(id)" + " -> {\"reports\":[{\"id\":2},{\"id\":3}]}",
        "users/1/posts?select=id,comments(id)&sort=id&limit=1"
            + " -> [{\"id\":1,\"comments\":[{\"id\":1},{\"id\":2}]}]",
        "users/1?select=posts(n:count(),score.max())" + " -> {\"posts\":[{\"n\":3,\"max\":1.50}]}",
        "posts?select=author_id,n:count(),score.sum()&sort=-n ->"
            + " [{\"author_id\":1,\"n\":3,\"sum\":1.50},{\"author_id\":2,\"n\":1,\"sum\":-3.25}]",
        "posts?select=author_id,n:count()&n=gt.1 -> [{\"author_id\":1,\"n\":3}]",
        "posts?select=score.avg(),least:score.min(),count()&published=is.notnull"
            + " -> [{\"avg\":0.75,\"least\":0.00,\"count\":3}]",
      })
  void answersAsAsked(String path, String expected) {
    assertEquals(numbers(expected), numbers(data("/api/" + path)));
  }

  /** Digits behind a point are each database's own. */
  private static String numbers(String json) {
    return json.replaceAll("(\\.[0-9]*[1-9])0+(?=[^0-9])", "$1").replaceAll("\\.0+(?=[^0-9])", "");
  }

  @Test
  void aRowIsTheSameInsideAnotherAsByItself() {
    JsonNode alone = http.get("/api/kinds?sort=id&limit=100").json().get("data");
    JsonNode inside =
        http.get("/api/users/1?select=kinds(*)&kinds.sort=id").json().at("/data/kinds");

    assertEquals(values().length, alone.size());
    for (int row = 0; row < alone.size(); row++) {
      for (String column : (Iterable<String>) alone.get(row)::fieldNames) {
        JsonNode expected = alone.get(row).get(column);
        JsonNode found = inside.get(row).get(column);
        assertTrue(
            expected.equals(found)
                || expected.isNumber()
                    && found.isNumber()
                    && expected.decimalValue().compareTo(found.decimalValue()) == 0,
            column + ": " + expected + " by itself, inside " + found);
      }
    }
  }

  @Test
  void whatIsInsideIsWhatSeveralRequestsFind() {
    Random random = new Random(5);
    for (int i = 0; i < 40; i++) {
      String sort = random.nextBoolean() ? "-title" : "score,-id";
      int limit = 1 + random.nextInt(3);
      int page = 1 + random.nextInt(2);
      String filter = random.nextBoolean() ? "title=gte.o" : "id=ne.2";
      JsonNode users =
          http.get(
                  "/api/users?sort=id&select=id,posts(*)&posts.%s&posts.sort=%s&posts.limit=%d&posts.page=%d"
                      .formatted(filter, sort, limit, page))
              .json()
              .get("data");
      for (JsonNode user : users) {
        assertEquals(
            data(
                "/api/users/%d/posts?%s&sort=%s&limit=%d&page=%d&total=false"
                    .formatted(user.get("id").asInt(), filter, sort, limit, page)),
            user.get("posts").toString());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "id",
        "-id",
        "score",
        "-score",
        "author_id,-score",
        "-published,title",
        "-score,-author_id"
      })
  void aCursorGoesThroughAllRowsInTheirOrder(String sort) {
    for (int limit = 1; limit <= 5; limit++) {
      assertEquals(
          data("/api/posts?sort=" + sort + "&limit=100"),
          followed("/api/posts?sort=" + sort + "&limit=" + limit).toString());
    }
  }

  @Test
  void aCursorGoesThroughAllRowsByEachTypeOfTheDatabase() {
    JsonNode row = http.get("/api/kinds/1").json().get("data");
    int followed = 0;
    for (String column : (Iterable<String>) row::fieldNames) {
      String up = "/api/kinds?select=id" + ofTheirTypes() + "&sort=" + column;
      String down = "/api/kinds?select=id" + ofTheirTypes() + "&sort=-" + column;
      // Not every type can be sorted on every database.
      if (http.get(up).status() == 200 && takesItsValues(up) && takesItsValues(down)) {
        assertEquals(data(up + "&limit=100"), followed(up + "&limit=1").toString(), column);
        assertEquals(data(down + "&limit=100"), followed(down + "&limit=1").toString(), column);
        followed++;
      }
    }
    assertTrue(followed > row.size() / 2, followed + " of " + row.size());
  }

  /** A condition on rows without values of another type than their column's. */
  String ofTheirTypes() {
    return "";
  }

  /**
   * Some values are of no type that filters know: dates without end, texts in a column of numbers.
   * To go on behind them is refused, and documents have no order that is the same everywhere.
   */
  private boolean takesItsValues(String path) {
    String cursor = "";
    int pages = 0;
    do {
      Http.Answer answer = http.get(path + "&limit=1&cursor=" + cursor);
      assertTrue(++pages <= values().length + 1, "goes round in circles");
      if (answer.status() != 200) {
        String code = answer.json().get("code").asText();
        assertProblem(400, code, answer);
        assertTrue(Set.of("SQLX122", "SQLX401").contains(code), answer::toString);
        return false;
      }
      cursor = answer.json().at("/pagination/next").textValue();
    } while (cursor != null);
    return true;
  }

  /** The rows of all pages. */
  private ArrayNode followed(String path) {
    ArrayNode all = JsonNodeFactory.instance.arrayNode();
    String cursor = "";
    do {
      Http.Answer answer = http.get(path + "&cursor=" + cursor);
      assertEquals(200, answer.status(), answer::toString);
      answer.json().get("data").forEach(all::add);
      cursor = answer.json().at("/pagination/next").textValue();
      assertTrue(all.size() <= 100, "goes round in circles");
    } while (cursor != null);
    return all;
  }

  @Test
  void rowsThatComeBeforeACursorDoNotMoveIt() {
    JsonNode page = http.get("/api/tags?sort=-id&limit=1&cursor=").json();
    Http.Answer created = http.post("/api/tags", "{\"id\":900,\"label\":\"late\"}");
    assertEquals(201, created.status(), created::toString);
    try {
      JsonNode next =
          http.get("/api/tags?sort=-id&limit=1&cursor=" + page.at("/pagination/next").textValue())
              .json();
      assertTrue(
          next.at("/data/0/id").asInt() < page.at("/data/0/id").asInt(), next + " after " + page);
    } finally {
      http.send("DELETE", "/api/tags/900", null);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      value = {
        "posts?cursor=x -> SQLX122",
        "posts?cursor=WyJhIl0 -> SQLX122",
        "posts?cursor=W1tbW1tbW1tbW1tbXV1dXV1d -> SQLX122",
        "posts?cursor=&page=2 -> SQLX122",
        "posts?select=count()&cursor= -> SQLX122",
        "posts?total=maybe -> SQLX122"
      })
  void refusesACursorThatIsNone(String path, String code) {
    assertProblem(400, code, http.get("/api/" + path));
  }

  @Test
  void aCursorIsOfItsOrder() {
    String next = http.get("/api/posts?limit=1&cursor=").json().at("/pagination/next").textValue();

    assertProblem(400, "SQLX122", http.get("/api/posts?sort=title&cursor=" + next));
  }

  @Test
  void aTotalCanBeEstimated() {
    JsonNode list = http.get("/api/posts?total=estimated&limit=1").json();

    assertTrue(list.at("/pagination/total").asLong(-1) >= 0, list::toString);
  }

  @Test
  void otherFormsOfAListHaveItAsText() {
    assertEquals(
        "{\"id\":3,\"author\":{\"id\":2}}\n",
        http.send(
                "GET",
                "/api/posts?select=id,author(id)&id=eq.3",
                null,
                "Accept",
                "application/x-ndjson")
            .body());
    assertEquals(
        "id,author\r\n3,\"{\"\"id\"\":2}\"\r\n",
        http.send("GET", "/api/posts?select=id,author(id)&id=eq.3", null, "Accept", "text/csv")
            .body());
  }

  static Stream<String> names() {
    return Stream.of("it's", "a\"b", "a\\b", "');--", "$1", "?", "日本", "x".repeat(300), "\u0001");
  }

  @ParameterizedTest
  @MethodSource("names")
  void anyNameCanBeGivenToWhatIsInside(String name) {
    String quoted = '"' + name.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    String select = "id,outer:author(" + quoted + ":id)";
    JsonNode found =
        http.get("/api/posts?id=eq.3&select=" + Http.encode(select)).json().get("data").get(0);

    assertEquals(2, found.at("/outer").get(name).asInt(), found::toString);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      value = {
        "users?select=id(name) -> SQLX117",
        "users?select=post(id) -> SQLX117",
        "users?select=posts(nope) -> SQLX123",
        "users?select=posts(id -> SQLX125",
        "users?select=posts() -> SQLX125",
        "posts?select=users(id) -> SQLX118",
        "users?select=posts(id)&posts.page=2 -> SQLX122",
        "users?select=posts(id)&posts.limit=0 -> SQLX122",
        "users?select=posts(id)&posts.total=false -> SQLX120",
        "users?select=posts(id)&comments.id=eq.1 -> SQLX120",
        "users?select=name.sum() -> SQLX401",
        "users?select=sum() -> SQLX125",
        "users?select=count(),posts(id) -> SQLX401",
        "users?select=posts(author(posts(author(posts(author(id)))))) -> SQLX119"
      })
  void refusesWithACode(String path, String code) {
    assertProblem(400, code, http.get("/api/" + path.replace(' ', '+')));
  }

  @Test
  void aBombIsRefusedBeforeItIsBuilt() {
    assertProblem(400, "SQLX119", http.get("/api/users?select=" + "posts(author(".repeat(400)));
    String wide =
        IntStream.range(0, 400)
            .mapToObj(i -> "p" + i + ":posts(id)")
            .collect(Collectors.joining(","));
    assertProblem(400, "SQLX119", http.get("/api/users?select=" + wide));
  }
}
