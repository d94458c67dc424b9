package org.sqlxos.benchmarks.rest.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.sql.SQLException;
import org.sqlxos.benchmarks.rest.work.Case;
import org.sqlxos.benchmarks.rest.work.Values;

/**
 * What the data of an answer have to be. Of what is written, the rows in the database are the
 * truth, which have what was sent.
 */
final class Truth {

  private static final String USERS =
      "SELECT json_agg(r) FROM (SELECT * FROM users ORDER BY id LIMIT ?) r";

  private static final String USERS_WITH_POSTS =
      """
      SELECT json_agg(r) FROM (
        SELECT u.*, (SELECT json_agg(p) FROM (
          SELECT p.*, (SELECT json_agg(c ORDER BY c.id) FROM comments c WHERE c.post_id = p.id) comments
          FROM posts p WHERE p.author_id = u.id ORDER BY p.id) p) posts
        FROM users u ORDER BY u.id LIMIT ?) r
      """;

  private static final String POSTS_BY_AUTHOR =
      """
      SELECT json_agg(r) FROM (
        SELECT author_id, count(*) AS n FROM posts WHERE views >= ?
        GROUP BY author_id ORDER BY author_id LIMIT ?) r
      """;

  private final Forum forum;

  Truth(Forum forum) {
    this.forum = forum;
  }

  JsonNode of(Case work, int number, JsonNode answered) throws SQLException, IOException {
    return switch (work) {
      case KEY -> row("users", Values.user(number));
      case LIST -> forum.ask(USERS, Values.LIST_LIMIT);
      case RELATIONS -> forum.ask(USERS_WITH_POSTS, Values.RELATIONS_LIMIT);
      case AGGREGATE -> forum.ask(POSTS_BY_AUTHOR, Values.MIN_VIEWS, Values.LIST_LIMIT);
      case INSERT -> written("comments", id(answered), Values.comment(number));
      case UPDATE -> written("posts", Values.post(number), Values.change(number));
      case TRANSACTION -> transaction(number, id(answered.path("order")));
    };
  }

  private JsonNode transaction(int number, int order) throws SQLException, IOException {
    ObjectNode all = JsonNodeFactory.instance.objectNode();
    all.set("order", written("orders", order, Values.order(number)));
    JsonNode items =
        forum.ask("SELECT json_agg(i ORDER BY id) FROM order_items i WHERE order_id = ?", order);
    int at = 0;
    for (ObjectNode sent : Values.items(number).toList()) {
      requireSent(items.path(at), sent);
      at++;
    }
    all.set("items", items);
    all.set("user", written("users", Values.user(number), Values.userChange()));
    return all;
  }

  private JsonNode written(String table, int id, JsonNode sent) throws SQLException, IOException {
    JsonNode row = row(table, id);
    requireSent(row, sent);
    return row;
  }

  private static void requireSent(JsonNode row, JsonNode sent) throws IOException {
    if (!Values.has(row, sent)) {
      throw new IOException("%s was sent, %s is in the database".formatted(sent, row));
    }
  }

  private JsonNode row(String table, int id) throws SQLException, IOException {
    return forum.ask("SELECT row_to_json(r) FROM %s r WHERE id = ?".formatted(table), id);
  }

  private static int id(JsonNode row) {
    return row.path("id").asInt();
  }
}
