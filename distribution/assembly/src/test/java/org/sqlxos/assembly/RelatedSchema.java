package org.sqlxos.assembly;

import java.util.ArrayList;
import java.util.List;

/** The tables of {@link RelatedSuite}, in words that its databases share. */
final class RelatedSchema {

  private RelatedSchema() {}

  static String[] statements() {
    return new String[] {
      "CREATE TABLE users (id INT PRIMARY KEY, name VARCHAR(80) NOT NULL, boss_id INT,"
          + " FOREIGN KEY (boss_id) REFERENCES users (id))",
      "CREATE TABLE posts (id INT PRIMARY KEY, author_id INT NOT NULL,"
          + " title VARCHAR(200) NOT NULL, score DECIMAL(6,2), published BOOLEAN,"
          + " FOREIGN KEY (author_id) REFERENCES users (id))",
      "CREATE TABLE comments (id INT PRIMARY KEY, post_id INT NOT NULL, user_id INT, body TEXT,"
          + " FOREIGN KEY (post_id) REFERENCES posts (id),"
          + " FOREIGN KEY (user_id) REFERENCES users (id))",
      "CREATE TABLE tags (id INT PRIMARY KEY, label VARCHAR(40) NOT NULL)",
      "CREATE TABLE post_tags (post_id INT NOT NULL, tag_id INT NOT NULL,"
          + " PRIMARY KEY (post_id, tag_id), FOREIGN KEY (post_id) REFERENCES posts (id),"
          + " FOREIGN KEY (tag_id) REFERENCES tags (id))",
      // A second way from posts to users.
      "CREATE TABLE likes (post_id INT NOT NULL, user_id INT NOT NULL,"
          + " PRIMARY KEY (post_id, user_id), FOREIGN KEY (post_id) REFERENCES posts (id),"
          + " FOREIGN KEY (user_id) REFERENCES users (id))",
      "INSERT INTO users VALUES (1, 'Ada', NULL), (2, 'Ben', 1), (3, 'Cy', 1)",
      "INSERT INTO posts VALUES (1, 1, 'one', 1.50, TRUE), (2, 1, 'two', NULL, FALSE),"
          + " (3, 2, 'three', -3.25, NULL)",
      "INSERT INTO comments VALUES (1, 1, 2, 'hi'), (2, 1, NULL, 'a'), (3, 3, 1, NULL)",
      "INSERT INTO tags VALUES (1, 'red'), (2, 'green'), (3, 'blue')",
      "INSERT INTO post_tags VALUES (1, 1), (1, 2)"
    };
  }

  /** The table {@code kinds}, whose rows belong to the first user. */
  static String[] kinds(String[] types, String[][] values) {
    List<String> statements = new ArrayList<>();
    StringBuilder table = new StringBuilder("CREATE TABLE kinds (id INT PRIMARY KEY, user_id INT");
    for (int i = 0; i < types.length; i++) {
      table.append(", v_").append(i).append(' ').append(types[i]);
    }
    statements.add(table.append(", FOREIGN KEY (user_id) REFERENCES users (id))").toString());
    for (int row = 0; row < values.length; row++) {
      statements.add(
          "INSERT INTO kinds VALUES (%d, 1, %s)".formatted(row, String.join(", ", values[row])));
    }
    return statements.toArray(String[]::new);
  }
}
