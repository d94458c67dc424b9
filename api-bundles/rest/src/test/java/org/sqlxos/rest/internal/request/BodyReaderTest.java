package org.sqlxos.rest.internal.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sqlxos.operation.api.JsonValue;
import org.sqlxos.problem.api.ProblemException;

/** Bodies, as they come from the network. */
final class BodyReaderTest {

  private static final int LIMIT = 200_000;

  private static RowBody read(String json) {
    return read(json.getBytes(StandardCharsets.UTF_8));
  }

  private static RowBody read(byte[] octets) {
    return BodyReader.read(new ByteArrayInputStream(octets), -1, LIMIT);
  }

  @Test
  void keepsValuesAsTheCallerSentThem() {
    Map<String, Object> row =
        read("""
        {"s":"é\\ud83d\\ude00","l":9223372036854775807,"b":9223372036854775808,"d":1.10,
         "t":true,"n":null,"o":{"a": [1.0, 2]},"a":[ ],"e":1e3}\
        """)
            .single();

    assertEquals("é😀", row.get("s"));
    assertEquals(Long.MAX_VALUE, row.get("l"));
    assertEquals(new BigDecimal("9223372036854775808"), row.get("b"));
    assertEquals(new BigDecimal("1.10"), row.get("d"));
    assertEquals(true, row.get("t"));
    assertTrue(row.containsKey("n"));
    assertEquals(new JsonValue("{\"a\": [1.0, 2]}"), row.get("o"));
    assertEquals(new JsonValue("[ ]"), row.get("a"));
    assertEquals(new BigDecimal("1e3"), row.get("e"));
    assertEquals(List.of("s", "l", "b", "d", "t", "n", "o", "a", "e"), List.copyOf(row.keySet()));
  }

  @Test
  void takesAnArrayOfEqualRows() {
    RowBody body = read("[{\"a\":1,\"b\":2},{\"b\":3,\"a\":4}]");

    assertTrue(body.bulk());
    assertEquals(2, body.rows().size());
    assertThrows(ProblemException.class, body::single);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      quoteCharacter = '`',
      value = {
        "`` -> MALFORMED_BODY",
        "null -> MALFORMED_BODY",
        "1 -> MALFORMED_BODY",
        "[] -> MALFORMED_BODY",
        "[1] -> MALFORMED_BODY",
        "[{\"a\":1} -> MALFORMED_BODY",
        "{ -> MALFORMED_BODY",
        "{\"a\" -> MALFORMED_BODY",
        "{\"a\":} -> MALFORMED_BODY",
        "{\"a\":1,} -> MALFORMED_BODY",
        "{\"a\":1}{} -> MALFORMED_BODY",
        "{\"a\":1}x -> MALFORMED_BODY",
        "{'a':1} -> MALFORMED_BODY",
        "{\"a\":NaN} -> MALFORMED_BODY",
        "{\"a\":01} -> MALFORMED_BODY",
        "{\"a\":1,\"a\":2} -> MEMBER_REPEATED",
        "{\"a\":{\"b\":1,\"b\":2}} -> MEMBER_REPEATED",
        "{\"a\":\"\\ud800\"} -> MALFORMED_BODY",
        "{\"\\udc00\":1} -> MALFORMED_BODY",
        "{\"a\":1e999999999} -> MALFORMED_BODY",
        "{\"a\":1e-999999999} -> MALFORMED_BODY",
        "{\"a\":1e99999999999} -> MALFORMED_BODY",
      })
  void refusesWhatIsNoRow(String json, RestProblem code) {
    ProblemException refused = assertThrows(ProblemException.class, () -> read(json));

    assertEquals(code, refused.problem().code());
    assertFalse(refused.problem().detail().contains("com."), refused.problem().detail());
  }

  @Test
  void boundsDepthNamesAndNumbers() {
    for (String json :
        List.of(
            "{\"a\":" + "[".repeat(50_000),
            "{\"" + "a".repeat(2_000) + "\":1}",
            "{\"a\":" + "1".repeat(2_000) + "}")) {
      assertEquals(
          RestProblem.MALFORMED_BODY,
          assertThrows(ProblemException.class, () -> read(json)).problem().code());
    }
  }

  @Test
  void refusesWhatIsNotUtf8() {
    byte[] overlong = {'{', '"', (byte) 0xC0, (byte) 0x80, '"', ':', '1', '}'};
    byte[] wide = "{\"a\":1}".getBytes(StandardCharsets.UTF_16);

    assertThrows(ProblemException.class, () -> read(overlong));
    assertThrows(ProblemException.class, () -> read(wide));
  }

  @Test
  void countsWhatComesWhateverWasDeclared() {
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return ' ';
          }
        };
    for (long declared : new long[] {-1, 5, LIMIT + 1}) {
      assertEquals(
          RestProblem.BODY_TOO_LARGE,
          assertThrows(ProblemException.class, () -> BodyReader.read(endless, declared, LIMIT))
              .problem()
              .code());
    }
  }

  @Test
  void makesABrokenConnectionTheCallersProblem() {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("gone");
          }
        };
    assertEquals(
        RestProblem.MALFORMED_BODY,
        assertThrows(ProblemException.class, () -> BodyReader.read(broken, -1, LIMIT))
            .problem()
            .code());
  }
}
