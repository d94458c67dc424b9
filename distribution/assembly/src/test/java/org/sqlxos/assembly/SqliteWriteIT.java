package org.sqlxos.assembly;

import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** {@link WriteTests} over a database file. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SqliteWriteIT implements WriteTests {

  private Product product;

  @BeforeAll
  void serve() throws IOException, SQLException {
    product =
        Product.serving(
            """
            CREATE TABLE users (id INTEGER PRIMARY KEY, name VARCHAR(80) NOT NULL,
              email VARCHAR(120) NOT NULL UNIQUE, age INT,
              role VARCHAR(20) NOT NULL DEFAULT 'reader');
            CREATE TABLE posts (id INTEGER PRIMARY KEY,
              user_id BIGINT NOT NULL REFERENCES users (id),
              title VARCHAR(200) NOT NULL, score DECIMAL(6,2));
            CREATE TABLE labels (code VARCHAR(20) PRIMARY KEY NOT NULL, rank_no INT,
              document JSON);
            INSERT INTO users (name, email) VALUES ('Ada', 'ada@example.org');
            INSERT INTO posts (user_id, title) VALUES (1, 'p1'), (1, 'p2'), (1, 'p3');
            """);
  }

  @AfterAll
  void stop() throws IOException {
    product.close();
  }

  @Test
  void aDatabaseWithoutFunctionsSaysSo() {
    Problems.assertProblem(501, "SQLX172", client().post("/api/rpc/anything", "{}"));
  }

  @Test
  void aStoppingNodeEndsStreams() throws IOException, SQLException {
    Product other = Product.serving("CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT)");
    try (EventsOf events = EventsOf.at(other.http().base().resolve("/api/t/changes"))) {
      other.close();
      events.awaitEnd();
    }
  }

  @Override
  public Http client() {
    return product.http();
  }

  @Override
  public String seen(String query) throws SQLException {
    return product.readElsewhere(query).getFirst().getFirst();
  }
}
