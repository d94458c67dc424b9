package org.sqlxos.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages for people, in a real browser that can reach nothing but the node. */
class DocsPageIT {

  private static final Pattern ELSEWHERE =
      Pattern.compile("<(?:script|link|img|iframe)[^>]+(?:src|href)=\"(?:https?:)?//[^\"]*\"");

  private static Product product;

  @TempDir Path folder;

  @BeforeAll
  static void start() throws Exception {
    product = Product.servingCopyOf(Product.HOME.resolve("shop.db"));
  }

  @AfterAll
  static void stop() throws Exception {
    product.close();
  }

  @Test
  void theDocsListEveryTableAndShowTheOperationsOfTheOneThatIsOpened() throws Exception {
    String dom = Chromium.require().dom(folder, address("docs#/customers"));

    for (JsonNode relation : product.http().get("/api").json().path("data")) {
      String tag = "data-tag=\"" + relation.path("name").asText() + "\"";
      assertTrue(dom.contains(tag), () -> tag + " is not in " + dom);
    }
    for (String method : new String[] {"get", "post", "put", "patch", "delete"}) {
      assertTrue(dom.contains("opblock opblock-" + method), () -> method + " is not in " + dom);
    }
    assertTrue(dom.contains("data-path=\"/customers\""), dom);
    assertTrue(dom.contains("data-path=\"/customers/{id}\""), dom);
    assertFalse(dom.contains("Failed to load") || dom.contains("Unable to render"), dom);
    assertNothingFromElsewhere(dom);
  }

  @Test
  void theStartPageShowsTheTables() throws Exception {
    String dom = Chromium.require().dom(folder, address(""));

    for (String table : new String[] {"customers", "orders", "products", "reviews"}) {
      assertTrue(dom.contains("/api/" + table), () -> table + " is not in " + dom);
    }
    assertTrue(dom.contains("/docs"), dom);
    assertNothingFromElsewhere(dom);
  }

  @Test
  void aPageThatIsNotThereIsSaidSoToABrowser() throws Exception {
    Http.Answer answer =
        product.http().send("GET", "/no/such/page", null, "Accept", "text/html,*/*;q=0.8");

    assertEquals(404, answer.status());
    assertTrue(answer.header("Content-Type").startsWith("text/html"), answer::toString);
    Problems.assertTellsNothing(answer.body());
    Problems.assertProblem(404, product.http().get("/no/such/page"));
  }

  private static String address(String path) {
    return product.node().address().resolve("/" + path).toString();
  }

  private static void assertNothingFromElsewhere(String dom) {
    Matcher elsewhere = ELSEWHERE.matcher(dom);
    assertFalse(elsewhere.find(), () -> "from elsewhere: " + elsewhere.group());
  }
}
