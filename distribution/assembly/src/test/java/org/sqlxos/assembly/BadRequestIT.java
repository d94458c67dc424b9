package org.sqlxos.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sqlxos.assembly.Problems.assertProblem;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses that are out of bounds, and octets that are no HTTP. */
@ExtendWith(Library.class)
class BadRequestIT {

  private static final String END = " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";

  @Test
  void aThousandFiltersAreRefused(Http http) {
    String many =
        IntStream.range(0, 1_000).mapToObj(i -> "id=gt." + i).collect(Collectors.joining("&"));
    String grouped =
        IntStream.range(0, 1_000).mapToObj(i -> "id.gt." + i).collect(Collectors.joining(","));

    assertProblem(400, "SQLX126", http.get("/api/users?" + many));
    assertProblem(400, "SQLX126", http.get("/api/users?or=(" + grouped + ")"));
    assertProblem(400, "SQLX127", http.get("/api/users?or=" + "(and".repeat(5_000) + "(id.eq.1)"));
    assertEquals(200, http.get("/api/users").status());
  }

  @ParameterizedTest
  @ValueSource(ints = {1_000, 8_000, 30_000, 60_000, 70_000, 1_000_000})
  void aVeryLongAddressIsRefusedAtMost(int length, Http http) throws Exception {
    String text = "x".repeat(length);
    for (String target :
        List.of(
            "/api/" + text,
            "/api/users/" + text,
            "/api/tags/" + text,
            "/api/users?" + text + "=eq.1",
            "/api/users?limit=" + text)) {
      RawHttp.Answer answer = RawHttp.send(http.base(), "GET " + target + END);
      assertRefused(answer);
    }
    RawHttp.Answer header =
        RawHttp.send(
            http.base(),
            "GET /api/users HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nX: "
                + text
                + "\r\n\r\n");
    assertTrue(header.status() == 200 || header.status() == 431, header::toString);
    assertEquals(200, http.get("/api/users").status());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/users/%",
        "/api/users/%2",
        "/api/users/%zz",
        "/api/%FF",
        "/api/%C0%AF",
        "/api/%C0%80",
        "/api/%E0%80%AF",
        "/api/%ED%A0%80",
        "/api/%ED%A0%BE%ED%B6%89",
        "/api/%F4%90%80%80",
        "/api/users%00",
        "/api/users/1%00",
        "/api/users/%00",
        "/api/tags/a%00b",
        "/api/users/\u00ff",
        "/api/\u00c0\u00af",
        "/api/users?%00=eq.1",
        "/api/users?name=eq.%00",
        "/api/users?name=eq.a%00b",
        "/api/users?name=eq.%FF",
        "/api/users?name=eq.%C0%AF",
        "/api/users?name=eq.%ED%A0%80",
        "/api/users?name=eq.%",
        "/api/users?name=eq.%u0041",
        "/api/users?name%=eq.1",
        "/api/users?%ED%A0%80=eq.1",
        "/api/users?select=%00",
        "/api/users?sort=%FF",
        "/api/users?or=(name.eq.%00)",
        "/api/users?\u00ff=eq.1",
        "/api/users?name=eq.\u00c3\u0028",
        "/api/users?=",
        "/api/users?=eq.1",
        "/api/users?&&=&",
        "/api/users?name",
        "/api//users",
        "/api/users//1",
        "/api/users/1//manager",
        "/api/./nobody",
        "/api/users/../nobody",
        "/api/%2E%2E/nobody",
        "/api/users/..%2Fnobody/1",
        "/api/nobody;x=y",
        "/api/users\\1",
        "/api/{users}",
        "/api/<users>",
        "/api/us ers",
        "/api/%252e%252e",
      })
  void anAddressThatCannotBeReadIsRefused(String target, Product product) throws Exception {
    Contents before = Contents.of(product);

    RawHttp.Answer answer = RawHttp.send(product.http().base(), "GET " + target + END);

    assertRefused(answer);
    before.assertUnchanged(product);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\r\n\r\n",
        "GET\r\n\r\n",
        "GET /api/users\r\n\r\n",
        "GET  /api/users HTTP/1.1\r\n\r\n",
        "GET /api/users HTTP/1.1\r\n\r\n",
        "GET /api/users HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
        "GET /api/users HTTP/1.1\r\nHost: a b\r\n\r\n",
        "GET /api/users HTTP/1.1\r\nHost\r\n\r\n",
        "GET /api/users HTTP/1.1\r\nHost: localhost\r\nX : y\r\n\r\n",
        "GET /api/users HTTP/1.1\r\nHost: localhost\r\n folded\r\n\r\n",
        "GET /api/users HTTP/1.1\r\nHost: localhost\r\nX: \0\r\n\r\n",
        "GET /api/users HTP/1.1\r\nHost: localhost\r\n\r\n",
        "GET api/users HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "get /api/users HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
        "G\0T /api/users HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "CONNECT localhost:80 HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "POST /api/comments HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n{}",
        "POST /api/comments HTTP/1.1\r\nHost: localhost\r\nContent-Length: x\r\n\r\n{}",
        "POST /api/comments HTTP/1.1\r\n"
            + "Host: localhost\r\n"
            + "Content-Length: 99999999999999999999\r\n\r\n"
            + "{}",
        "POST /api/comments HTTP/1.1\r\n"
            + "Host: localhost\r\n"
            + "Content-Length: 2\r\n"
            + "Content-Length: 3\r\n\r\n"
            + "{}",
        "POST /api/comments HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            + "Content-Length: 50\r\n\r\n{\"text\":\"cut",
        "POST /api/comments HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            + "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
        "POST /api/comments HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            + "Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n",
        "POST /api/comments HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            + "Transfer-Encoding: chunked\r\n\r\nffffffffffff\r\n{}",
        "POST /api/comments HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            + "Transfer-Encoding: chunked\r\n\r\n2\r\n{}",
        "POST /api/comments HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            + "Content-Length: 1000000000\r\nConnection: close\r\n\r\n{}",
        "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003",
        "SELECT * FROM users;\r\n\r\n",
      })
  void octetsThatAreNoProperRequestDoNoHarm(String octets, Product product) throws Exception {
    Contents before = Contents.of(product);

    assertRefusedByAnybody(RawHttp.send(product.http().base(), octets));

    before.assertUnchanged(product);
  }

  @Test
  void noiseDoesNoHarm(Product product) throws Exception {
    Contents before = Contents.of(product);
    Random random = new Random(42);
    for (int i = 0; i < 100; i++) {
      byte[] octets = new byte[1 + random.nextInt(2_000)];
      random.nextBytes(octets);
      assertRefusedByAnybody(RawHttp.send(product.http().base(), octets));
    }
    before.assertUnchanged(product);
  }

  @Test
  void aRequestChangedInOneOctetIsAnsweredOrRefused(Product product) throws Exception {
    Contents before = Contents.of(product);
    Random random = new Random(43);
    String proper = "GET /api/users?or=(id.eq.1,name.like.A*)&select=id,name&sort=-id" + END;
    for (int i = 0; i < 300; i++) {
      StringBuilder changed = new StringBuilder(proper);
      changed.setCharAt(random.nextInt(70), (char) random.nextInt(256));
      RawHttp.Answer answer = RawHttp.send(product.http().base(), changed.toString());
      if (answer.status() != 200) {
        assertRefusedByAnybody(answer);
      }
    }
    before.assertUnchanged(product);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/nothing", "/api2", "/apis/users", "/API/users", "/docs/nothing"})
  void outsideOfTheApiNobodyIsConfused(String path, Http http) {
    for (String method : List.of("GET", "POST", "PUT", "DELETE")) {
      Http.Answer answer = http.send(method, path, method.startsWith("P") ? "{}" : null);
      assertTrue(answer.status() < 500, answer::toString);
      Problems.assertTellsNothing(answer.status() == 200 ? "" : answer.body());
    }
  }

  /** Refused by the API, or by the server before it. */
  private static void assertRefused(RawHttp.Answer answer) {
    assertTrue(answer.status() >= 400 && answer.status() < 500, answer::toString);
    Problems.assertTellsNothing(answer.body());
  }

  /** The server may also hang up, and a protocol that it does not speak is its own 5xx. */
  private static void assertRefusedByAnybody(RawHttp.Answer answer) {
    boolean refused =
        answer.status() == 0
            || (answer.status() >= 400 && answer.status() < 500)
            || answer.status() == 501
            || answer.status() == 505;
    assertTrue(refused, answer::toString);
    Problems.assertTellsNothing(answer.body());
  }
}
