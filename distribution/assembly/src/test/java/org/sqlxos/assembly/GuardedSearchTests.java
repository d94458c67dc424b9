package org.sqlxos.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Searches of {@link Articles} under the policy of {@link PolicySuite}. */
interface GuardedSearchTests {

  GuardedNode guarded();

  /** Whether the database ranks a row by nothing but the row. */
  default boolean ranksByTheRow() {
    return false;
  }

  private String anonymous(String words) {
    return PolicySuite.ids(guarded().anonymous().get("/api/articles/search?select=id&q=" + words));
  }

  @Test
  default void theOrderOfASearchTellsNothingOfHiddenRows() {
    String all =
        PolicySuite.ids(
            guarded().caller("9", "admin").get("/api/articles/search?q=weather&select=id"));
    assertEquals("2 1 4", all);
    assertEquals(ranksByTheRow() ? "2 1" : "1 2", anonymous("weather"));
  }

  @Test
  default void anIndexOfHiddenTextsIsNotAsked() {
    assertEquals("", anonymous("embargo"));
    assertEquals("", anonymous("cooking"));
    GuardedNode.Caller titles = guarded().caller("5", "titles");
    assertEquals("2 4", PolicySuite.ids(titles.get("/api/articles/search?q=weather&select=id")));
    assertEquals("1", PolicySuite.ids(titles.get("/api/articles/search?q=databases&select=id")));
    assertEquals("", PolicySuite.ids(titles.get("/api/articles/search?q=kind&select=id")));
  }

  @Test
  default void theDocumentNamesNoHiddenTexts() {
    String titles =
        guarded().caller("5", "titles").get("/api/openapi.json").json().at("/paths").toString();

    assertTrue(titles.contains("looked for in `title`,"), titles);
    assertFalse(titles.contains("notes"), titles);
  }

  @Test
  default void aSearchFindsNothingThatIsHidden() {
    GuardedNode.Caller admin = guarded().caller("9", "admin");
    assertEquals(
        "", PolicySuite.ids(guarded().anonymous().get("/api/posts/search?q=Hidden&select=id")));
    assertEquals("4", PolicySuite.ids(admin.get("/api/posts/search?q=Hidden&select=id")));
    assertEquals(
        "", PolicySuite.ids(guarded().anonymous().get("/api/users/search?q=a1&select=id")));
    assertEquals("1", PolicySuite.ids(admin.get("/api/users/search?q=a1&select=id")));
  }
}
