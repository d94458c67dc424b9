package org.sqlxos.assembly;

import java.util.stream.Stream;

/** A table of texts, with what each family of databases has for searching some of them. */
final class Articles {

  private static final String ROWS =
      "INSERT INTO articles (id, title, body, notes, published) VALUES"
          + " (1, 'Databases', 'a database about the weather', 'embargo', true),"
          + " (2, 'Weather', 'weather, weather and weather', NULL, true),"
          + " (3, 'Cooking', 'nothing of the kind', 'embargo', false),"
          + " (4, 'Weather at sea and in the mountains at night', NULL, NULL, false)";

  private Articles() {}

  static String[] onPostgresql() {
    return with(
        "CREATE TABLE articles (id INT PRIMARY KEY, title TEXT NOT NULL, body TEXT, notes TEXT,"
            + " published BOOLEAN NOT NULL,"
            + " texts TSVECTOR GENERATED ALWAYS AS"
            + " (to_tsvector('english', title || ' ' || coalesce(body, ''))) STORED,"
            + " remarks TSVECTOR GENERATED ALWAYS AS (to_tsvector('english', notes)) STORED)");
  }

  static String[] onMysql() {
    return with(
        "CREATE TABLE articles (id INT PRIMARY KEY, title VARCHAR(80) NOT NULL, body TEXT,"
            + " notes TEXT, published BOOLEAN NOT NULL,"
            + " FULLTEXT articles_texts (title, body), FULLTEXT articles_remarks (notes))");
  }

  static String[] onSqlite() {
    return Stream.of(
            with(
                "CREATE TABLE articles (id INTEGER PRIMARY KEY, title TEXT NOT NULL, body TEXT,"
                    + " notes TEXT, published BOOLEAN NOT NULL)"),
            new String[] {
              "CREATE VIRTUAL TABLE articles_texts USING fts5 (Title, body, content = \"articles\","
                  + " content_rowid='id', tokenize = 'porter')",
              "INSERT INTO articles_texts (articles_texts) VALUES ('rebuild')",
              "CREATE VIRTUAL TABLE articles_remarks USING fts5 (content='articles', notes)",
              "INSERT INTO articles_remarks (articles_remarks) VALUES ('rebuild')"
            })
        .flatMap(Stream::of)
        .toArray(String[]::new);
  }

  private static String[] with(String table) {
    return new String[] {table, ROWS};
  }
}
