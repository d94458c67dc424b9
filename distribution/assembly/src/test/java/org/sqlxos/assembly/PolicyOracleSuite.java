package org.sqlxos.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Random policies and random requests: what each caller sees is what SQL says it sees. */
abstract class PolicyOracleSuite {

  private static final long SEED = Long.getLong("sqlx.seed", 20_261_121L);
  private static final int ROLES = 12;
  private static final int REQUESTS = 10;
  private static final int USERS = 5;
  private static final int POSTS = 30;
  private static final int COMMENTS = 40;

  private final Random random = new Random(SEED);
  private final List<Asker> askers = new ArrayList<>();
  private final int[] authors = new int[POSTS + 1];
  private final int[] commented = new int[COMMENTS + 1];

  abstract Connection connect() throws SQLException;

  /** As the node connects. */
  abstract String url();

  /**
   * Somebody with a role of its own.
   *
   * @param told what is said where an answer is wrong
   * @param posts the keys of those that SQL finds
   * @param comments the same of comments
   */
  private record Asker(
      String told, Map<String, Object> claims, List<Integer> posts, List<Integer> comments) {}

  @Test
  void everyAnswerHoldsTheRowsThatSqlSays() throws IOException, SQLException {
    StringBuilder policy = new StringBuilder("roles:\n");
    try (Connection connection = connect()) {
      fill(connection);
      for (int i = 0; i < ROLES; i++) {
        RandomCondition posts = RandomCondition.of(random, 3, true);
        RandomCondition comments = RandomCondition.of(random, 2, false);
        Map<String, Object> claims =
            random.nextInt(4) == 0 ? Map.of() : Map.of("sub", random.nextInt(6));
        askers.add(
            new Asker(
                posts.text() + " / " + comments.text() + " for " + claims + ": ",
                claims,
                keys(connection, "posts", posts.sql("posts", claims)),
                keys(connection, "comments", comments.sql("comments", claims))));
        policy.append(
            """
              r%d:
                tables:
                  users: {read: {columns: [id]}}
                  posts: {read: {rows: "%s"}}
                  comments: {read: {rows: "%s"}}
            """
                .formatted(i, posts.text(), comments.text()));
      }
    }
    try (GuardedNode node = GuardedNode.serving(url(), policy.toString(), Map.of())) {
      for (int i = 0; i < ROLES; i++) {
        GuardedNode.Caller caller = caller(node, "r" + i, askers.get(i).claims());
        for (int j = 0; j < REQUESTS; j++) {
          request(caller, askers.get(i));
        }
      }
    }
  }

  private static GuardedNode.Caller caller(
      GuardedNode node, String role, Map<String, Object> claims) {
    String sub = claims.containsKey("sub") ? "\"sub\":\"" + claims.get("sub") + "\"," : "";
    return node.caller(
        "{%s\"role\":\"%s\",\"exp\":%d}"
            .formatted(sub, role, Instant.now().getEpochSecond() + 600));
  }

  private void request(GuardedNode.Caller caller, Asker asker) {
    int number = random.nextInt(8);
    String posts = "/api/posts?sort=id&limit=100";
    switch (random.nextInt(10)) {
      case 0 -> same(asker, _ -> true, caller.get(posts));
      case 1 -> same(asker, id -> id != number, caller.get(posts + "&id=ne." + number));
      case 2 -> {
        int author = 1 + random.nextInt(USERS);
        Http.Answer answer = caller.get("/api/users/%d/posts?sort=id&limit=100".formatted(author));
        same(asker, id -> authors[id] == author, answer);
      }
      case 3 -> {
        int status = asker.posts().contains(number) ? 200 : 404;
        assertEquals(status, caller.get("/api/posts/" + number).status(), asker.told() + number);
      }
      case 4 -> commentsOf(caller, asker, number);
      case 5 -> embedded(caller, asker);
      case 6 -> counted(caller, asker);
      case 7 ->
          same(
              asker,
              id -> commentsOf(asker, id).findAny().isPresent(),
              caller.get(posts + "&select=id,comments!inner(id)"));
      case 8 ->
          same(
              asker,
              id -> commentsOf(asker, id).anyMatch(comment -> comment >= number * 5),
              caller.get(posts + "&comments=some.(id.gte." + number * 5 + ")"));
      default ->
          same(
              asker,
              id -> commentsOf(asker, id).findAny().isEmpty(),
              caller.get(posts + "&comments=not.some.()"));
    }
  }

  /** Comments are reached through the post that the caller has to see. */
  private void commentsOf(GuardedNode.Caller caller, Asker asker, int post) {
    Http.Answer answer = caller.get("/api/posts/" + post + "/comments?sort=id&limit=100");
    boolean seen = asker.posts().contains(post);
    assertEquals(seen ? 200 : 404, answer.status(), asker.told() + post + answer);
    if (seen) {
      assertEquals(
          commentsOf(asker, post).boxed().toList(), ids(answer.json().get("data")), asker.told());
    }
  }

  private void embedded(GuardedNode.Caller caller, Asker asker) {
    JsonNode users =
        caller
            .get(
                "/api/users?sort=id&select=id,posts(id,comments(id))"
                    + "&posts.sort=id&posts.comments.sort=id")
            .json()
            .get("data");
    assertEquals(USERS, users.size(), asker.told() + users);
    for (JsonNode user : users) {
      List<Integer> own =
          asker.posts().stream().filter(id -> authors[id] == user.get("id").asInt()).toList();
      assertEquals(own, ids(user.get("posts")), asker.told() + user);
      for (JsonNode post : user.get("posts")) {
        assertEquals(
            commentsOf(asker, post.get("id").asInt()).boxed().toList(),
            ids(post.get("comments")),
            asker.told() + post);
      }
    }
  }

  private void counted(GuardedNode.Caller caller, Asker asker) {
    JsonNode all = caller.get("/api/posts?select=n:count(),last:id.max()").json().get("data");
    assertEquals(asker.posts().size(), all.at("/0/n").asInt(), asker.told() + all);
    int last = asker.posts().stream().mapToInt(Integer::intValue).max().orElse(0);
    assertEquals(last, all.at("/0/last").asInt(), asker.told() + all);
    JsonNode groups =
        caller.get("/api/posts?select=author_id,n:count()&limit=100").json().get("data");
    for (JsonNode group : groups) {
      int author = group.get("author_id").asInt();
      assertEquals(
          asker.posts().stream().filter(id -> authors[id] == author).count(),
          group.get("n").asInt(),
          asker.told() + groups);
    }
    Http.Answer counted = caller.get("/api/users?sort=id&select=id,posts(n:count())");
    assertEquals(200, counted.status(), () -> asker.told() + counted);
    JsonNode inside = counted.json().get("data");
    for (JsonNode user : inside) {
      assertEquals(
          asker.posts().stream().filter(id -> authors[id] == user.get("id").asInt()).count(),
          user.at("/posts/0/n").asInt(),
          asker.told() + inside);
    }
  }

  private IntStream commentsOf(Asker asker, int post) {
    return asker.comments().stream()
        .mapToInt(Integer::intValue)
        .filter(comment -> commented[comment] == post);
  }

  private static void same(Asker asker, IntPredicate condition, Http.Answer answer) {
    assertEquals(200, answer.status(), () -> asker.told() + answer);
    List<Integer> expected = asker.posts().stream().filter(condition::test).toList();
    assertEquals(expected, ids(answer.json().get("data")), asker.told());
    assertEquals(
        expected.size(), answer.json().at("/pagination/total").asInt(), asker.told() + answer);
  }

  private static List<Integer> ids(JsonNode rows) {
    List<Integer> ids = new ArrayList<>();
    rows.forEach(row -> ids.add(row.get("id").asInt()));
    return ids;
  }

  private static List<Integer> keys(Connection connection, String table, String condition)
      throws SQLException {
    List<Integer> keys = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT id FROM %s WHERE %s ORDER BY id".formatted(table, condition))) {
      while (rows.next()) {
        keys.add(rows.getInt(1));
      }
    }
    return keys;
  }

  private void fill(Connection connection) throws SQLException {
    Sql.execute(
        connection,
        "CREATE TABLE users (id INTEGER PRIMARY KEY, score INTEGER)",
        "CREATE TABLE posts (id INTEGER PRIMARY KEY, author_id INTEGER,"
            + " FOREIGN KEY (author_id) REFERENCES users (id))",
        "CREATE TABLE comments (id INTEGER PRIMARY KEY, post_id INTEGER, score INTEGER,"
            + " FOREIGN KEY (post_id) REFERENCES posts (id))");
    for (int id = 1; id <= USERS; id++) {
      Sql.execute(connection, "INSERT INTO users VALUES (%d, %s)".formatted(id, score()));
    }
    for (int id = 1; id <= POSTS; id++) {
      authors[id] = random.nextInt(USERS + 1);
      String author = authors[id] == 0 ? "NULL" : String.valueOf(authors[id]);
      Sql.execute(connection, "INSERT INTO posts VALUES (%d, %s)".formatted(id, author));
    }
    for (int id = 1; id <= COMMENTS; id++) {
      commented[id] = 1 + random.nextInt(8);
      Sql.execute(
          connection,
          "INSERT INTO comments VALUES (%d, %d, %s)".formatted(id, commented[id], score()));
    }
  }

  private String score() {
    return random.nextInt(4) == 0 ? "NULL" : String.valueOf(random.nextInt(6));
  }
}
