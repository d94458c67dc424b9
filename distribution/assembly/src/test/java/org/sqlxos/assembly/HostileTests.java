package org.sqlxos.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Requests made of the OpenAPI document by chance: whatever they are, the node does not fail. */
interface HostileTests {

  /**
   * What every path can answer, and none says: too long, too many headers, not on this database.
   */
  Set<Integer> ANYWHERE = Set.of(414, 431, 501);

  Http http();

  /**
   * After all others: it changes what they read. The profile {@code hostile} makes more of them.
   */
  @Test
  @Order(Integer.MAX_VALUE)
  default void noRequestMakesTheNodeFail() {
    long seed = Long.getLong("sqlx.seed", 20_261_122L);
    DocumentedRequests requests = new DocumentedRequests(OpenApi.of(http()), new Random(seed));
    Set<String> faults = new TreeSet<>();
    for (int i = 0; i < Integer.getInteger("sqlx.hostile.requests", 250); i++) {
      DocumentedRequests.Made request = requests.next();
      Http.Answer answer = request.send(http());
      String fault = fault(request, answer);
      if (!fault.isEmpty() && faults.size() < 20) {
        faults.add(fault + ": " + answer + " to " + request);
      }
    }
    assertEquals(Set.of(), faults, "with -Dsqlx.seed=" + seed);
    assertEquals("up", http().get("/health").json().path("status").asText());
  }

  private static String fault(DocumentedRequests.Made request, Http.Answer answer) {
    int status = answer.status();
    if (status >= 500 && status != 501) {
      return "fails";
    }
    if (status >= 400) {
      JsonNode problem = answer.json();
      if (!problem.path("code").asText().startsWith("SQLX")
          || !answer.header("Content-Type").startsWith("application/problem+json")) {
        return "is no problem document";
      }
    }
    return ANYWHERE.contains(status) || request.described().has(Integer.toString(status))
        ? ""
        : "is not in the document";
  }
}
