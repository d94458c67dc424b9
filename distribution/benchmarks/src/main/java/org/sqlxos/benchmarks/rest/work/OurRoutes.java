package org.sqlxos.benchmarks.rest.work;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** The product's own URLs; nothing was written for them. */
public final class OurRoutes implements Routes {

  private static final String POSTS = "posts(*,comments(*))";

  @Override
  public Optional<Request> request(Case work, int number) {
    return Optional.of(
        switch (work) {
          case KEY -> Request.get("/api/users/" + Values.user(number));
          case LIST -> Request.get("/api/users?total=false&limit=" + Values.LIST_LIMIT);
          case RELATIONS ->
              Request.get(
                  "/api/users?total=false&limit=%d&select=*,%s"
                      .formatted(Values.RELATIONS_LIMIT, POSTS));
          case AGGREGATE ->
              Request.get(
                  "/api/posts?total=false&select=author_id,n:count()&views=gte.%d&sort=author_id&limit=%d"
                      .formatted(Values.MIN_VIEWS, Values.LIST_LIMIT));
          case INSERT -> new Request("POST", "/api/comments", Values.comment(number).toString());
          case UPDATE ->
              new Request(
                  "PATCH", "/api/posts/" + Values.post(number), Values.change(number).toString());
          case TRANSACTION -> new Request("POST", "/api", operations(number).toString());
        });
  }

  private static ArrayNode operations(int number) {
    ArrayNode operations = JsonNodeFactory.instance.arrayNode();
    add(operations, "POST", "/orders", Values.order(number));
    Values.items(number)
        .forEach(
            item -> {
              item.putObject("order_id").put("$ref", "/0/id");
              add(operations, "POST", "/order_items", item);
            });
    add(operations, "PATCH", "/users/" + Values.user(number), Values.userChange());
    return operations;
  }

  private static void add(ArrayNode operations, String method, String path, ObjectNode body) {
    operations.addObject().put("method", method).put("path", path).set("body", body);
  }

  @Override
  public JsonNode data(Case work, JsonNode answer) {
    return work == Case.TRANSACTION ? transaction(answer.path("results")) : answer.path("data");
  }

  private static ObjectNode transaction(JsonNode results) {
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    int last = results.size() - 1;
    data.set("order", row(results.path(0)));
    ArrayNode items = data.putArray("items");
    for (int i = 1; i < last; i++) {
      items.add(row(results.path(i)));
    }
    data.set("user", row(results.path(last)));
    return data;
  }

  private static JsonNode row(JsonNode result) {
    return result.at("/body/data");
  }
}
