package org.sqlxos.assembly;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sqlxos.assembly.Problems.assertProblem;

import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Binary values by themselves: the column {@code content} of the table {@code files}. */
interface OctetTests {

  /** The tables of these tests. */
  static String[] files(String octets) {
    return new String[] {
      "CREATE TABLE files (id INT PRIMARY KEY, label VARCHAR(40), content " + octets + ")",
      "INSERT INTO files (id, label) VALUES (1, 'one'), (2, 'two'), (3, 'three'), (4, 'four'),"
          + " (5, 'five')"
    };
  }

  Http http();

  private String put(int id, byte[] octets, String... headers) {
    Http.Answer answer = http().putOctets("/api/files/" + id + "/content", octets, headers);
    return answer.status() + " " + (answer.body().isEmpty() ? "" : answer.json().get("code"));
  }

  private static byte[] octets(int length) {
    byte[] octets = new byte[length];
    new Random(length).nextBytes(octets);
    return octets;
  }

  @Test
  default void aValueIsWrittenAndReadAsItIs() {
    byte[] octets = octets(100_000);
    assertEquals("204 ", put(1, octets));

    HttpResponse<byte[]> read = http().octets("/api/files/1/content", "Accept", "*/*");
    assertEquals(200, read.statusCode());
    assertArrayEquals(octets, read.body());
    assertEquals("application/octet-stream", read.headers().firstValue("Content-Type").get());
    assertEquals("nosniff", read.headers().firstValue("X-Content-Type-Options").get());
    assertEquals(
        Base64.getEncoder().encodeToString(octets),
        http().get("/api/files/1").json().at("/data/content").asText());
    String tag = read.headers().firstValue("ETag").get();
    HttpResponse<byte[]> known =
        http().octets("/api/files/1/content", "If-None-Match", tag, "Accept-Encoding", "gzip");
    assertEquals("304 0", known.statusCode() + " " + known.body().length);
    Http.Answer head = http().send("HEAD", "/api/files/1/content", null);
    assertEquals("200 100000", head.status() + " " + head.header("Content-Length"));
    assertEquals(tag, head.header("ETag"));
  }

  @Test
  default void nothingIsNotTheSameAsNoOctets() {
    assertProblem(404, "SQLX178", http().get("/api/files/2/content"));
    assertEquals("204 ", put(2, new byte[0], "If-None-Match", "*"));
    Http.Answer empty = http().get("/api/files/2/content");
    assertEquals("200 ", empty.toString());
    assertEquals("412 \"SQLX139\"", put(2, new byte[] {1}, "If-None-Match", "*"));
    assertProblem(
        416, "SQLX179", http().send("GET", "/api/files/2/content", null, "Range", "bytes=0-"));
    Http.Answer removed = http().patch("/api/files/2", "{\"content\":null}");
    assertEquals(200, removed.status(), removed::toString);
    assertProblem(404, "SQLX178", http().get("/api/files/2/content"));
  }

  @Test
  default void aValueIsReplacedIfItIsWhatTheCallerKnows() {
    assertEquals("204 ", put(3, new byte[] {1, 2, 3}));
    String tag = http().get("/api/files/3/content").header("ETag");

    assertEquals("204 ", put(3, new byte[] {4}, "If-Match", tag));
    assertEquals("412 \"SQLX139\"", put(3, new byte[] {5}, "If-Match", tag));
    assertEquals("412 \"SQLX139\"", put(99, new byte[] {5}, "If-Match", "*"));
    assertEquals("404 \"SQLX102\"", put(99, new byte[] {5}));
    assertArrayEquals(
        new byte[] {4}, http().octets("/api/files/3/content", "Accept", "*/*").body());
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      value = {
        "bytes=0-3 -> 206 0 4",
        "bytes=10-10 -> 206 10 11",
        "bytes=90- -> 206 90 100",
        "bytes=90-4000 -> 206 90 100",
        "bytes=-7 -> 206 93 100",
        "bytes=-700 -> 206 0 100",
        "bytes=0-1,5-6 -> 200 0 100",
        "bytes=5-4 -> 200 0 100",
        "bytes=- -> 200 0 100",
        "lines=1-2 -> 200 0 100",
        "bytes=99999999999999999999- -> 200 0 100"
      })
  default void aPartIsRead(String range, String expected) {
    byte[] octets = octets(100);
    assertEquals("204 ", put(4, octets));

    HttpResponse<byte[]> answer = http().octets("/api/files/4/content", "Range", range);
    String[] part = expected.split(" ", -1);
    int from = Integer.parseInt(part[1]);
    int to = Integer.parseInt(part[2]);
    assertEquals(part[0], Integer.toString(answer.statusCode()));
    assertArrayEquals(Arrays.copyOfRange(octets, from, to), answer.body());
    assertEquals(
        part[0].equals("206") ? "bytes %d-%d/100".formatted(from, to - 1) : "",
        answer.headers().firstValue("Content-Range").orElse(""));
  }

  @Test
  default void aPartIsOfTheValueThatTheCallerKnows() {
    assertEquals("204 ", put(5, octets(50)));
    String tag = http().get("/api/files/5/content").header("ETag");
    String[] known = {"Range", "bytes=0-9", "If-Range", tag};
    assertEquals(206, http().octets("/api/files/5/content", known).statusCode());
    assertEquals("204 ", put(5, octets(60)));
    assertEquals(60, http().octets("/api/files/5/content", known).body().length);
    Http.Answer outside = http().send("GET", "/api/files/5/content", null, "Range", "bytes=60-");
    assertProblem(416, "SQLX179", outside);
    assertEquals("bytes */60", outside.header("Content-Range"));
  }

  @Test
  default void refusesWhatAValueIsNotAskedFor() {
    assertProblem(404, "SQLX102", http().get("/api/files/99/content"));
    assertProblem(404, "SQLX103", http().get("/api/files/1/label"));
    assertProblem(400, "SQLX120", http().get("/api/files/1/content?select=id"));
    assertProblem(405, "SQLX106", http().delete("/api/files/1/content"));
    assertProblem(415, "SQLX108", http().put("/api/files/1/content", "{}"));
    assertProblem(
        406,
        "SQLX107",
        http().send("GET", "/api/files/1/content", null, "Accept", "application/json"));
    assertProblem(
        400,
        "SQLX146",
        http().post("/api", "[{\"method\":\"GET\",\"path\":\"/files/1/content\"}]"));
  }

  @Test
  default void theDocumentNamesTheValue() {
    String paths = http().get("/api/openapi.json").json().at("/paths").toString();

    assertTrue(paths.contains("\"/files/{id}/content\""), paths);
    assertTrue(paths.contains("application/octet-stream"), paths);
  }
}
