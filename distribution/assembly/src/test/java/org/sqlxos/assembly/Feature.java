package org.sqlxos.assembly;

import java.util.Arrays;

/** What REST does, with the request that shows it; in the order in which the requests are sent. */
enum Feature {
  LIST("a list with filters, order and pages", "GET", "/rated?score=gte.1&sort=-id&limit=2&page=1"),
  PATTERNS("patterns in filters, with and without regard to case", "GET", "/rated?code=ilike.*A*"),
  COUNT("exact totals", "GET", "/rated?total=true&limit=1"),
  ESTIMATE("estimated totals where there are statistics", "GET", "/rated?total=estimated"),
  FOLLOWING("pages that follow a row", "GET", "/rated?sort=code&limit=1&cursor="),
  FOLLOWING_NULL(
      "pages that follow a row, sorted by what may be NULL", "GET", "/rated?sort=score&cursor="),
  GROUPS("aggregates and groups", "GET", "/rated?select=score,n:count()&n=gte.1&sort=n"),
  RELATED("related rows in rows, to any depth", "GET", "/users?select=id,posts(id,comments(id))"),
  RELATED_PAGES(
      "the same with filters, order and limit inside",
      "GET",
      "/users?select=id,posts(id)&posts.id=gte.1&posts.sort=-id&posts.limit=1"),
  RELATED_TOTAL("one group of related rows in a row", "GET", "/users?select=id,posts(n:count())"),
  RELATED_GROUPS(
      "several groups of related rows in a row",
      "GET",
      "/users?select=id,posts(published,n:count())"),
  RELATED_FILTER("filters for rows with such related rows", "GET", "/users?posts=some.(id.gte.1)"),
  SEARCH("search in full text, the best first", "GET", "/articles/search?q=weather"),
  SEARCH_TEXTS("search in texts that nothing is made for", "GET", "/posts/search?q=one"),
  NDJSON("lists as NDJSON, CSV and XLSX", "GET", "/rated", null, "Accept", "application/x-ndjson"),
  INSERT("a row that is inserted comes back", "POST", "/rated", "{\"id\":50,\"code\":\"a\"}"),
  INSERT_MANY(
      "rows inserted at once",
      "POST",
      "/rated",
      "[{\"id\":51,\"code\":\"b\"},{\"id\":52,\"code\":\"c\"}]"),
  LOAD(
      "rows that stream in as NDJSON or CSV",
      "POST",
      "/rated",
      "{\"id\":53,\"code\":\"d\"}\n{\"id\":54,\"code\":\"e\"}\n",
      "Content-Type",
      "application/x-ndjson"),
  NESTED(
      "rows with their related rows, in one transaction",
      "POST",
      "/users",
      "{\"id\":50,\"name\":\"n\",\"posts\":[{\"id\":50,\"title\":\"t\"}]}"),
  MERGE(
      "rows inserted or changed, by the only key",
      "POST",
      "/tags",
      "{\"id\":1,\"label\":\"red\"}",
      "Prefer",
      "resolution=merge-duplicates"),
  MERGE_KEY(
      "the same by one key of several: the primary key",
      "POST",
      "/rated",
      "{\"id\":50,\"code\":\"a2\"}",
      "Prefer",
      "resolution=merge-duplicates"),
  MERGE_UNIQUE(
      "the same by one key of several: a unique one",
      "POST",
      "/rated?on_conflict=code",
      "{\"id\":60,\"code\":\"b\",\"score\":5}",
      "Prefer",
      "resolution=merge-duplicates"),
  IGNORE(
      "rows inserted unless they exist, by the only key",
      "POST",
      "/tags",
      "{\"id\":1,\"label\":\"blue\"}",
      "Prefer",
      "resolution=ignore-duplicates"),
  IGNORE_KEY(
      "the same by one key of several",
      "POST",
      "/rated",
      "{\"id\":50,\"code\":\"z\"}",
      "Prefer",
      "resolution=ignore-duplicates"),
  REPLACE("a row replaced", "PUT", "/rated/50", "{\"code\":\"a3\",\"score\":1}"),
  PATCH("a row changed comes back", "PATCH", "/rated/50", "{\"score\":2}"),
  PATCH_IF(
      "a row changed if it is as known", "PATCH", "/rated/50", "{\"score\":3}", "If-Match", "*"),
  PATCH_MANY("rows of a filter changed", "PATCH", "/rated?id=gte.51", "{\"score\":4}"),
  PATCH_KEY("another value for a part of the key", "PATCH", "/rated/54", "{\"id\":55}"),
  BATCH(
      "several operations, all or nothing",
      "POST",
      "",
      "[{\"method\":\"PATCH\",\"path\":\"/rated/50\",\"body\":{\"score\":6}},"
          + "{\"method\":\"GET\",\"path\":\"/rated/50\"}]"),
  OCTETS(
      "a binary value by itself",
      "PUT",
      "/files/1/content",
      "x",
      "Content-Type",
      "application/octet-stream"),
  DELETE("a row deleted", "DELETE", "/rated/50"),
  DELETE_MANY(
      "rows of a filter deleted, and told",
      "DELETE",
      "/rated?id=gte.51",
      null,
      "Prefer",
      "return=representation");

  /** The table that most of them are about. */
  static final String[] TABLES = {
    "CREATE TABLE rated (id INT PRIMARY KEY, code VARCHAR(20) NOT NULL UNIQUE, score INT)",
    "INSERT INTO rated VALUES (1, 'one', 1), (2, 'two', NULL)"
  };

  private final String title;
  private final String method;
  private final String path;
  private final String body;
  private final String[] headers;

  Feature(String title, String method, String path) {
    this(title, method, path, null);
  }

  Feature(String title, String method, String path, String body, String... headers) {
    this.title = title;
    this.method = method;
    this.path = path;
    this.body = body;
    this.headers = headers;
  }

  String title() {
    return title;
  }

  /** {@code yes}, or the code of a 501. */
  String cell(Http http) {
    Http.Answer answer = http.send(method, "/api" + path, body, headers);
    if (answer.status() == 501) {
      return answer.json().get("code").asText();
    }
    if (answer.status() >= 300) {
      throw new AssertionError(method + " " + path + Arrays.toString(headers) + ": " + answer);
    }
    return "yes";
  }
}
