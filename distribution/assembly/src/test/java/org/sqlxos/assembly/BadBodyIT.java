package org.sqlxos.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sqlxos.assembly.Problems.assertDocument;
import static org.sqlxos.assembly.Problems.assertProblem;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that are not what they should be. */
@ExtendWith(Library.class)
class BadBodyIT {

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

    Http.Answer answer =
        product
            .http()
            .post("/api/comments", BodyPublishers.ofByteArray(HexFormat.of().parseHex(hex)));

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
}
