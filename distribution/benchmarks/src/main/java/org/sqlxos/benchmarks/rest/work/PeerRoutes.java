package org.sqlxos.benchmarks.rest.work;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** The routes of the peers that are written by hand: one for each case. */
public final class PeerRoutes implements Routes {

  @Override
  public Optional<Request> request(Case work, int number) {
    return Optional.of(
        switch (work) {
          case KEY -> Request.get("/api/users/" + Values.user(number));
          case LIST -> Request.get("/api/users?limit=" + Values.LIST_LIMIT);
          case RELATIONS ->
              Request.get("/api/users?include=posts.comments&limit=" + Values.RELATIONS_LIMIT);
          case AGGREGATE ->
              Request.get(
                  "/api/posts/count-by-author?min_views=%d&limit=%d"
                      .formatted(Values.MIN_VIEWS, Values.LIST_LIMIT));
          case INSERT -> new Request("POST", "/api/comments", Values.comment(number).toString());
          case UPDATE ->
              new Request(
                  "PATCH", "/api/posts/" + Values.post(number), Values.change(number).toString());
          case TRANSACTION -> new Request("POST", "/api/orders", order(number).toString());
        });
  }

  private static ObjectNode order(int number) {
    ObjectNode order = Values.order(number);
    Values.items(number).forEach(order.putArray("items")::add);
    return order;
  }

  @Override
  public JsonNode data(Case work, JsonNode answer) {
    return answer.path("data");
  }
}
