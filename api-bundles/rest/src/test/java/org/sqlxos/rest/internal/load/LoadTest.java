package org.sqlxos.rest.internal.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlxos.operation.api.Mutation;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.rest.internal.catalog.Catalogs;
import org.sqlxos.rest.internal.request.RestProblem;

final class LoadTest {

  private static List<Mutation.Insert> load(LoadFormat format, String body) {
    Load load =
        Load.of(
            format,
            new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)),
            1_000,
            Catalogs.blog().relation("posts").orElseThrow(),
            Optional.empty());
    List<Mutation.Insert> inserts = new ArrayList<>();
    load.series().inserts().forEachRemaining(inserts::add);
    return inserts;
  }

  private static Mutation.Insert only(LoadFormat format, String body) {
    List<Mutation.Insert> inserts = load(format, body);
    assertEquals(1, inserts.size());
    return inserts.getFirst();
  }

  @Test
  void fieldsAreQuotedEmptyOrNothing() {
    Mutation.Insert insert =
        only(LoadFormat.CSV, "\uFEFFtitle,id\r\n\"a,\"\"b\"\"\r\nc\",1\r\n\r\n\"\",\r\nplain,2");
    assertEquals(List.of("title", "id"), insert.columns());
    assertEquals(List.of("a,\"b\"\r\nc", 1L), insert.rows().get(0));
    assertEquals(Arrays.asList("", null), insert.rows().get(1));
    assertEquals(List.of("plain", 2L), insert.rows().get(2));
    assertEquals(List.of("/2", "/5", "/6"), insert.places());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "title\n\"open",
        "title\na\"b",
        "title\n\"a\"b",
        "title,title\na,b",
        "title,\na,b",
        "title,id\na",
        "title\na,b",
        "title\n",
        "",
      })
  void whatIsNoCsvIsRefused(String body) {
    ProblemException refused =
        assertThrows(ProblemException.class, () -> load(LoadFormat.CSV, body));
    assertEquals(RestProblem.MALFORMED_BODY, refused.problem().code());
  }

  @Test
  void aRowIsNoLongerThanTheLimitAndABodyMayBe() {
    String row = "x".repeat(900);
    assertEquals(50, only(LoadFormat.CSV, "title\n" + (row + "\n").repeat(50)).rows().size());
    ProblemException refused =
        assertThrows(
            ProblemException.class, () -> load(LoadFormat.CSV, "title\n" + row + row + "\n"));
    assertEquals(RestProblem.BODY_TOO_LARGE, refused.problem().code());
    assertTrue(refused.problem().detail().contains("line 2"), refused.problem().detail());
  }

  @Test
  void linesWithTheSameMembersShareAnInsertOfABoundedSize() {
    List<Mutation.Insert> inserts =
        load(
            LoadFormat.NDJSON,
            "{\"title\":\"a\"}\n".repeat(501) + "{\"id\":5,\"title\":\"b\"}\n{\"title\":\"c\"}");
    assertEquals(
        List.of(500, 1, 1, 1), inserts.stream().map(insert -> insert.rows().size()).toList());
    assertEquals(List.of("/503"), inserts.getLast().places());
  }

  @Test
  void aLineThatIsNoObjectIsNamed() {
    for (String line : List.of("[]", "[{}]", "1", "{", "{}{}", "{\"a\":1,\"a\":2}")) {
      ProblemException refused =
          assertThrows(
              ProblemException.class,
              () -> load(LoadFormat.NDJSON, "{\"title\":\"a\"}\n\n" + line));
      assertTrue(refused.problem().detail().startsWith("line 3"), line);
      assertFalse(refused.problem().detail().contains("Exception"), line);
    }
  }
}
