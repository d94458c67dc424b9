package org.sqlxos.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

/** What callers see and do under a policy, over HTTP, on one database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PolicySuite
    implements GuardedCallerTests,
        GuardedReadTests,
        GuardedRowTests,
        GuardedSearchTests,
        GuardedWriteTests,
        GuardedChangeTests {

  private static final String[] TABLES = {
    "CREATE TABLE users (id INTEGER PRIMARY KEY, name VARCHAR(80) NOT NULL, secret VARCHAR(80))",
    "CREATE TABLE posts (id INTEGER PRIMARY KEY, author_id INTEGER, title VARCHAR(80) NOT NULL,"
        + " published BOOLEAN NOT NULL DEFAULT false,"
        + " FOREIGN KEY (author_id) REFERENCES users (id))",
    "CREATE TABLE comments (id INTEGER PRIMARY KEY, post_id INTEGER NOT NULL, text VARCHAR(80),"
        + " FOREIGN KEY (post_id) REFERENCES posts (id))",
    "CREATE TABLE links (id INTEGER PRIMARY KEY, home_url VARCHAR(200), contact VARCHAR(200))"
  };

  private static final String[] ROWS = {
    "INSERT INTO users (id, name, secret) VALUES (1, 'Ada', 'a1'), (2, 'Bob', 'b2'), (3, 'Eve',"
        + " 'e3')",
    "INSERT INTO posts (id, author_id, title, published) VALUES (1, 1, 'Notes', true),"
        + " (2, 1, 'Draft', false), (3, 2, 'Loops', true), (4, 2, 'Hidden', false)",
    "INSERT INTO comments (id, post_id, text) VALUES (1, 1, 'one'), (2, 2, 'two'), (3, 4, 'three')"
  };

  static final String POLICY =
      """
      roles:
        anonymous:
          tables:
            users: {read: {columns: [id, name]}}
            posts: {read: {rows: published}}
            files: {read: {columns: [id, content], rows: id < 2}}
            articles: {read: {columns: [SEARCHED], rows: published}}
        labels: {tables: {files: {read: {columns: [id, label]}}}}
        titles: {tables: {articles: {read: {columns: [id, title]}}}}
        author:
          inherits: [anonymous]
          limits: {rows: 50, depth: 2, body-bytes: 2000}
          tables:
            posts:
              read: {rows: author_id = claims.sub}
              insert: {columns: [id, title, published, author_id], check: author_id = claims.sub}
              update: {columns: [title, published, author_id], rows: author_id = claims.sub}
              delete: {rows: author_id = claims.sub and not published}
            comments:
              read: {rows: exists post (published or author_id = claims.sub)}
              insert: {columns: [id, post_id, text]}
        setter:
          inherits: [anonymous]
          tables:
            posts: {insert: {columns: [id, title, published], set: {author_id: claims.sub}}}
        dropbox:
          tables:
            posts: {read: {columns: [id], rows: published}}
            comments: {insert: {columns: [id, post_id, text]}}
        fan:
          tables:
            posts: {read: {rows: author_id = claims.sub or published}}
            comments:
              read: all
              insert: {columns: [id, post_id, text], check: exists post (published)}
              update: {columns: [post_id, text], rows: "text = 'fan'", check: exists post (published)}
        publisher:
          inherits: [anonymous]
          functions: [twice, posts_of]
          tables:
            open_posts:
              read: {rows: author_id = claims.sub}
              insert: {check: author_id = claims.sub}
              update: {columns: [title], rows: author_id = claims.sub}
        slow: {inherits: [anonymous], limits: {rate: 0.01, burst: 2}}
        none: {}
        admin: {tables: {"*": all}}
      """;

  private GuardedNode node;

  /** Fills a database and starts the node on it. */
  final void serve(String url, Connection connection, String[] articles, String[] files)
      throws IOException, SQLException {
    try (connection) {
      Sql.execute(connection, TABLES);
      Sql.execute(connection, ROWS);
      Sql.execute(connection, articles);
      Sql.execute(connection, files);
    }
    node =
        GuardedNode.serving(
            url,
            POLICY.replace("SEARCHED", searched()),
            Map.of(
                "security.failures.max",
                "1000",
                "security.cors.origins",
                "https://app.example",
                "rest.changes.poll.millis",
                "100",
                "rest.changes.poll.rows",
                "20",
                "contracts.formats.guess",
                "true",
                "contracts.formats.columns",
                "links.contact=email"));
  }

  /** The columns of articles that anybody may search. */
  String searched() {
    return "id, title, body";
  }

  @Override
  public GuardedNode guarded() {
    return node;
  }

  @AfterAll
  void stop() throws IOException {
    node.close();
  }

  static String ids(Http.Answer answer) {
    assertEquals(200, answer.status(), answer::toString);
    StringBuilder ids = new StringBuilder();
    answer.json().get("data").forEach(row -> ids.append(row.get("id").asText()).append(' '));
    return ids.toString().strip();
  }

  static void refused(int status, String code, Http.Answer answer) {
    assertEquals(status, answer.status(), answer::toString);
    assertEquals(code, answer.json().get("code").asText(), answer::toString);
  }
}
