package org.sqlxos.benchmarks.rest.work;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * Spring Data REST's own URLs. Its answers are HAL: the same data between links. It has no answer
 * that is a group of rows, and no request of several operations.
 */
public final class DataRestRoutes implements Routes {

  @Override
  public Optional<Request> request(Case work, int number) {
    return switch (work) {
      case KEY -> Optional.of(Request.get("/api/users/" + Values.user(number)));
      case LIST -> Optional.of(page("", Values.LIST_LIMIT));
      case RELATIONS -> Optional.of(page("&projection=withPosts", Values.RELATIONS_LIMIT));
      case AGGREGATE, TRANSACTION -> Optional.empty();
      case INSERT ->
          Optional.of(new Request("POST", "/api/comments", Values.comment(number).toString()));
      case UPDATE ->
          Optional.of(
              new Request(
                  "PATCH", "/api/posts/" + Values.post(number), Values.change(number).toString()));
    };
  }

  /** A search, because the list itself always counts all rows. */
  private static Request page(String more, int limit) {
    return Request.get("/api/users/search/page?size=" + limit + more);
  }

  @Override
  public JsonNode data(Case work, JsonNode answer) {
    JsonNode data =
        switch (work) {
          case LIST, RELATIONS -> answer.at("/_embedded/users");
          case KEY, INSERT, UPDATE -> answer;
          case AGGREGATE, TRANSACTION -> throw new IllegalArgumentException(work.title());
        };
    return withoutLinks(data.deepCopy());
  }

  private static JsonNode withoutLinks(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object.remove("_links");
      object.forEach(DataRestRoutes::withoutLinks);
    } else if (node instanceof ArrayNode array) {
      array.forEach(DataRestRoutes::withoutLinks);
    }
    return node;
  }
}
