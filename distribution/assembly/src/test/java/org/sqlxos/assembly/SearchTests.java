package org.sqlxos.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sqlxos.assembly.Problems.assertProblem;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Searching {@link Articles}, and texts that nothing is made for. */
interface SearchTests {

  Http http();

  private String ids(String path) {
    return PolicySuite.ids(http().get(path));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      value = {
        // The best first; a pattern would have found "weathe", too.
        "weather -> 2 1 4",
        "weathe -> ''",
        "atabas -> ''",
        // In another index; a row that has a word in each.
        "embargo -> 1 3",
        "cooking&sort=-id -> 3",
        "weather&sort=id&id=lt.3 -> 1 2",
        "weather&limit=1&page=2 -> 1",
        "weather&published=eq.false -> 4",
        "nowhere -> ''"
      })
  default void searchesWhatIsMadeForIt(String asked, String expected) {
    assertEquals(expected, ids("/api/articles/search?select=id&q=" + asked));
  }

  @Test
  default void aSearchIsCountedAndGrouped() {
    Http.Answer counted = http().get("/api/articles/search?q=weather&limit=1&total=true");
    assertEquals(3, counted.json().at("/pagination/total").asInt(), counted::toString);
    Http.Answer groups =
        http().get("/api/articles/search?q=weather&select=published,n:count()&sort=n");
    assertEquals(
        "[1, 2]", groups.json().at("/data").findValuesAsText("n").toString(), groups::toString);
  }

  @Test
  default void aSearchSaysWhereItLooks() {
    String described =
        http().get("/api/openapi.json").json().at("/paths/~1articles~1search/get").toString();

    assertTrue(described.contains("`body`") || described.contains("`texts`"), described);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      quoteCharacter = '~',
      value = {
        "posts/search?q=ONE -> [{\"id\":1}]",
        "posts/search?q=one+two -> []",
        "posts/search?q=three&title=eq.nope -> []",
        "comments/search?q=hi&select=id,user(name) -> [{\"id\":1,\"user\":{\"name\":\"Ben\"}}]",
        "posts/search?q=two&select=n:count() -> [{\"n\":1}]",
        "posts/search?q=one&cursor=&limit=1 -> [{\"id\":1}]"
      })
  default void findsRowsByTheirWords(String path, String expected) {
    String select = path.contains("select=") ? "" : "&select=id";
    Http.Answer answer = http().get("/api/" + path + select);
    assertEquals(200, answer.status(), answer::toString);
    assertEquals(expected, answer.json().get("data").toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'",
        "\"",
        "%",
        "_",
        "\\",
        "a' OR '1'='1",
        "!",
        "&",
        "|",
        "(",
        ":*",
        "<->",
        "\u0001",
        // What the full text of one or the other takes for its own language.
        "NEAR(weather sea, 5)",
        "weather AND",
        "title:weather",
        "{title} : x",
        "^weather",
        "wea*",
        "+-weather",
        "@5 \"weather sea\" @5",
        "~>weather<",
        "\"weather",
        "weather\"\"",
        "articles_texts"
      })
  default void anyWordsCanBeLookedFor(String words) {
    for (String relation : new String[] {"posts", "articles"}) {
      Http.Answer answer = http().get("/api/" + relation + "/search?q=" + Http.encode(words));

      assertEquals(200, answer.status(), answer::toString);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      value = {
        "posts/search -> SQLX122",
        "posts/search?q= -> SQLX122",
        "posts/search?q=a&q=b -> SQLX121",
        "posts?q=a -> SQLX120"
      })
  default void refusesASearchWithoutWords(String path, String code) {
    assertProblem(400, code, http().get("/api/" + path));
  }
}
