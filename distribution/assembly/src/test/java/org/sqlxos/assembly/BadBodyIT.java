package org.sqlxos.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sqlxos.assembly.Problems.assertDocument;
import static org.sqlxos.assembly.Problems.assertProblem;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that are not what they should be. */
@ExtendWith(Library.class)
class BadBodyIT {

  private static final int LIMIT_BYTES = 1_048_576;
  private static final int TEN_MEGABYTES = 10_000_000;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "}",
        "[",
        "[]",
        "[{}",
        "[1]",
        "[null]",
        "[[]]",
        "[{\"text\":\"x\"},1]",
        "null",
        "1",
        "\"text\"",
        "true",
        "{]",
        "{\"text\"}",
        "{\"text\":}",
        "{\"text\":\"x\"",
        "{\"text\":\"x",
        "{\"text\":\"x\",}",
        "{,\"text\":\"x\"}",
        "{'text':'x'}",
        "{text:\"x\"}",
        "{\"text\" \"x\"}",
        "{\"text\":\"x\"} {\"text\":\"y\"}",
        "{\"text\":\"x\"}x",
        "{\"text\":\"x\"}\0",
        "{\"text\":NaN}",
        "{\"text\":Infinity}",
        "{\"text\":undefined}",
        "{\"text\":True}",
        "{\"post_id\":01}",
        "{\"post_id\":+1}",
        "{\"post_id\":.5}",
        "{\"post_id\":1.}",
        "{\"post_id\":1e}",
        "{\"post_id\":0x10}",
        "{\"post_id\":1e999999999}",
        "{\"post_id\":1e-999999999}",
        "{\"post_id\":1e99999999999999999999}",
        "// comment\n{\"text\":\"x\"}",
        "/* comment */{\"text\":\"x\"}",
        "{\"text\":\"\\u12\"}",
        "{\"text\":\"\\x41\"}",
        "{\"text\":\"a\tb\"}",
        "{\"text\":\"a\nb\"}",
        "{\"text\":\"a\0b\"}",
        "{\"text\":\"\\uD800\"}",
        "{\"text\":\"\\uDC00\\uD800\"}",
        "{\"text\":\"\\uD83E\"}",
        "{\"\\uD800\":\"x\"}",
        "text=x&post_id=1",
        "<text>x</text>",
      })
  void whatIsNoJsonObjectIsRefused(String body, Product product) throws Exception {
    Contents before = Contents.of(product);

    assertProblem(400, "SQLX110", product.http().post("/api/comments", body));
    assertProblem(400, "SQLX110", product.http().put("/api/comments/1", body));
    assertProblem(400, "SQLX110", product.http().patch("/api/comments/1", body));

    before.assertUnchanged(product);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"text\":\"x\",\"text\":\"y\",\"post_id\":1}",
        "{\"text\":\"x\",\"\\u0074ext\":\"y\",\"post_id\":1}",
        "[{\"text\":\"x\",\"post_id\":1},{\"text\":\"x\",\"post_id\":1,\"text\":\"x\"}]",
      })
  void aRepeatedMemberIsRefusedNotGuessed(String body, Product product) throws Exception {
    Contents before = Contents.of(product);

    assertProblem(400, "SQLX111", product.http().post("/api/comments", body));

    before.assertUnchanged(product);
  }

  @Test
  void aListOfRowsIsNoChangeOfOneRow(Http http) {
    assertProblem(400, http.patch("/api/comments/1", "[{\"text\":\"x\"},{\"text\":\"y\"}]"));
    assertProblem(400, http.put("/api/comments/1", "[{\"text\":\"x\",\"post_id\":1}]"));
  }

  @Test
  void columnsThatAreNotThereAreRefused(Product product) throws Exception {
    Contents before = Contents.of(product);
    for (String name : new String[] {"", "nobody", "TEXT", "text ", "rowid", "a\\u0000b", "🦉"}) {
      Http.Answer answer =
          product.http().post("/api/comments", "{\"post_id\":1,\"text\":\"x\",\"" + name + "\":1}");
      assertTrue(answer.status() == 422 || answer.status() == 400, answer::toString);
      assertDocument(answer);
    }
    before.assertUnchanged(product);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "fffe7b007d00",
        "7b007d00",
        "c0af",
        "7b2274657874223a22c0af227d",
        "7b2274657874223a22eda080227d",
        "7b2274657874223a22f4908080227d",
        "7b2274657874223a22ff227d",
        "7b2274657874223a22e282227d",
        "efbbbf7b2274657874223a",
        "00000000",
        "1f8b080000000000",
      })
  void aBodyThatIsNotUtf8IsRefused(String hex, Product product) throws Exception {
    Contents before = Contents.of(product);

    Http.Answer answer = post(product, BodyPublishers.ofByteArray(HexFormat.of().parseHex(hex)));

    assertProblem(400, "SQLX110", answer);
    before.assertUnchanged(product);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\\u0000b",
        "\\u0000",
        "\\uFFFF\\uFFFE",
        "\\u0001\\u001f\\u007f",
        "e\\u0301",
        "🦉"
      })
  void aCharacterThatIsUnusualComesBackOrIsRefused(String text, Http http) {
    Http.Answer created = http.post("/api/comments", "{\"post_id\":1,\"text\":\"" + text + "\"}");

    if (created.status() == 201) {
      assertEquals(created.json(), http.get(created.header("Location")).json());
      assertEquals(
          unescaped(text), http.get(created.header("Location")).json().at("/data/text").asText());
    } else {
      assertProblem(422, created);
    }
  }

  private static String unescaped(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      if (text.startsWith("\\u", i)) {
        out.append((char) Integer.parseInt(text.substring(i + 2, i + 6), 16));
        i += 5;
      } else {
        out.append(text.charAt(i));
      }
    }
    return out.toString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{\"text\":", "{\"text\":["})
  void whatIsNestedTooDeepIsRefused(String opening, Product product) throws Exception {
    Contents before = Contents.of(product);

    assertProblem(400, product.http().post("/api/comments", opening.repeat(50_000)));

    before.assertUnchanged(product);
  }

  @Test
  void longNumbersAndNamesAreRefused(Product product) throws Exception {
    Contents before = Contents.of(product);
    Http http = product.http();

    Problems.assertProblem(
        400, http.post("/api/comments", "{\"post_id\":" + "9".repeat(5_000) + "}"));
    Problems.assertProblem(
        400, http.post("/api/comments", "{\"" + "n".repeat(100_000) + "\":\"x\"}"));

    before.assertUnchanged(product);
  }

  @Test
  void aBodyOverTheLimitIsRefusedHoweverItIsSent(Product product) throws Exception {
    Contents before = Contents.of(product);
    byte[] octets = body(TEN_MEGABYTES);

    assertProblem(413, "SQLX109", post(product, BodyPublishers.ofByteArray(octets)));
    assertProblem(
        413,
        "SQLX109",
        post(product, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(octets))));
    assertProblem(413, "SQLX109", post(product, BodyPublishers.ofByteArray(body(LIMIT_BYTES + 1))));
    assertProblem(
        413,
        "SQLX109",
        post(
            product,
            BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body(LIMIT_BYTES + 1)))));

    before.assertUnchanged(product);
  }

  @Test
  void aBodyOfTheLimitIsTakenAndComesBackWhole(Product product) throws Exception {
    Http.Answer created = post(product, BodyPublishers.ofByteArray(body(LIMIT_BYTES)));

    assertEquals(201, created.status(), () -> created.body().substring(0, 300));
    String text = product.http().get(created.header("Location")).json().at("/data/text").asText();
    assertEquals("x".repeat(LIMIT_BYTES - "{\"post_id\":1,\"text\":\"\"}".length()), text);
  }

  @Test
  void thousandsOfRowsAtOnceAreAllCreatedOrRefused(Product product) throws Exception {
    String row = "{\"post_id\":1,\"text\":\"x\"}";
    String rows = "[" + String.join(",", Collections.nCopies(20_000, row)) + "]";

    Http.Answer answer = product.http().post("/api/comments", rows);

    int total = product.http().get("/api/comments").json().at("/pagination/total").asInt();
    if (answer.status() == 201) {
      assertEquals(20_003, total);
    } else {
      assertTrue(answer.status() >= 400 && answer.status() < 500, answer::toString);
      assertDocument(answer);
      assertEquals(3, total);
    }
  }

  private static byte[] body(int length) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(length);
    byte[] start = "{\"post_id\":1,\"text\":\"".getBytes(StandardCharsets.UTF_8);
    byte[] end = "\"}".getBytes(StandardCharsets.UTF_8);
    out.writeBytes(start);
    out.writeBytes("x".repeat(length - start.length - end.length).getBytes(StandardCharsets.UTF_8));
    out.writeBytes(end);
    return out.toByteArray();
  }

  private static Http.Answer post(Product product, BodyPublisher body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(product.http().base().resolve("/api/comments"))
            .header("Content-Type", "application/json")
            .POST(body)
            .build();
    try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      return new Http.Answer(client.send(request, BodyHandlers.ofString()));
    }
  }
}
