package org.sqlxos.benchmarks.rest.work;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What is written and looked for in the request of a number. The rows are those of {@code
 * peers/schema.sql}.
 */
public final class Values {

  /** So many requests of a case differ; then they begin anew. */
  public static final int REQUESTS = 1000;

  public static final int LIST_LIMIT = 20;
  public static final int RELATIONS_LIMIT = 10;
  public static final int MIN_VIEWS = 500;

  private static final int USERS = 1000;
  private static final int POSTS = 4000;
  private static final int ITEMS = 4;
  // Has no factor in common with the numbers above, so that neighbours in time are none in a page.
  private static final int STRIDE = 7919;

  private Values() {}

  public static int user(int number) {
    return 1 + (int) ((long) number * STRIDE % USERS);
  }

  public static int post(int number) {
    return 1 + (int) ((long) number * STRIDE % POSTS);
  }

  public static ObjectNode comment(int number) {
    return object()
        .put("post_id", post(number))
        .put("author_id", user(number))
        .put("body", "I see it \"otherwise\", said number %d.".formatted(number));
  }

  public static ObjectNode change(int number) {
    return object().put("title", "Changed by number " + number).put("views", number % USERS);
  }

  public static ObjectNode order(int number) {
    return object().put("user_id", user(number)).put("status", "paid");
  }

  public static Stream<ObjectNode> items(int number) {
    return IntStream.range(0, ITEMS)
        .mapToObj(
            i ->
                object()
                    .put("product", "Product %d of %d".formatted(i, number))
                    .put("quantity", 1 + i)
                    .put("unit_price_cents", 199 + 10 * i));
  }

  /** What is written of the user who orders. */
  public static ObjectNode userChange() {
    return object().put("active", true);
  }

  /** Whether an answer has all that was sent. */
  public static boolean has(JsonNode answer, JsonNode sent) {
    return sent.propertyStream()
        .allMatch(each -> each.getValue().equals(answer.path(each.getKey())));
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
