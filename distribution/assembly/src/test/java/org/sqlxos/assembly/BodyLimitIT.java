package org.sqlxos.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sqlxos.assembly.Problems.assertDocument;
import static org.sqlxos.assembly.Problems.assertProblem;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that are too long, too deep or too many rows. */
@ExtendWith(Library.class)
class BodyLimitIT {

  private static final int LIMIT_BYTES = 1_048_576;
  private static final int TEN_MEGABYTES = 10_000_000;

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

    assertProblem(400, http.post("/api/comments", "{\"post_id\":" + "9".repeat(5_000) + "}"));
    assertProblem(400, http.post("/api/comments", "{\"" + "n".repeat(100_000) + "\":\"x\"}"));

    before.assertUnchanged(product);
  }

  @Test
  void aBodyOverTheLimitIsRefusedHoweverItIsSent(Product product) throws Exception {
    Contents before = Contents.of(product);
    byte[] octets = body(TEN_MEGABYTES);

    assertProblem(
        413, "SQLX109", product.http().post("/api/comments", BodyPublishers.ofByteArray(octets)));
    assertProblem(
        413,
        "SQLX109",
        product
            .http()
            .post(
                "/api/comments",
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(octets))));
    assertProblem(
        413,
        "SQLX109",
        product.http().post("/api/comments", BodyPublishers.ofByteArray(body(LIMIT_BYTES + 1))));
    assertProblem(
        413,
        "SQLX109",
        product
            .http()
            .post(
                "/api/comments",
                BodyPublishers.ofInputStream(
                    () -> new ByteArrayInputStream(body(LIMIT_BYTES + 1)))));

    before.assertUnchanged(product);
  }

  @Test
  void aBodyOfTheLimitIsTakenAndComesBackWhole(Product product) throws Exception {
    Http.Answer created =
        product.http().post("/api/comments", BodyPublishers.ofByteArray(body(LIMIT_BYTES)));

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
}
