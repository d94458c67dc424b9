package org.sqlxos.wirevm.internal.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sqlxos.operation.api.JsonValue;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.wirevm.internal.WireProblem;
import org.sqlxos.wirevm.internal.protocol.Literals;
import org.sqlxos.wirevm.internal.value.Family;

class LiteralStatementTest {

  private static final Literals LITERALS =
      new Literals(
          Map.of(
              Family.TEXT, "'{text}'",
              Family.INTEGER, "{plain}",
              Family.FLOAT, "{plain}",
              Family.DECIMAL, "'{plain}'",
              Family.BYTES, "unhex('{hex}')",
              Family.JSON, "{list}"),
          "'",
          Map.of((int) '\\', "\\\\", (int) '\'', "\\'", 0, "\\0"),
          Map.of("NaN", "nan"));

  private static String written(String text, Object... values) {
    return LiteralStatement.of(LITERALS, text, Arrays.asList(values));
  }

  @Test
  void aValueStandsWhereAQuestionMarkDoes() {
    assertEquals(
        "a = 5 AND b = 'x' AND c = NULL AND d = unhex('00ff27') AND e = '1.50' AND f = nan",
        written(
            "a = ? AND b = ? AND c = ? AND d = ? AND e = ? AND f = ?",
            5L,
            "x",
            null,
            new byte[] {0, -1, '\''},
            new BigDecimal("1.50"),
            Double.NaN));
    assertEquals(
        "('2026-01-02', '2026-01-02 03:04:05')",
        written("(?, ?)", LocalDate.of(2026, 1, 2), LocalDateTime.of(2026, 1, 2, 3, 4, 5)));
  }

  @Test
  void noTextEndsItsLiteral() {
    assertEquals("= '\\\\\\'; DROP TABLE t; --\\0?'", written("= ?", "\\'; DROP TABLE t; --\0?"));
    assertEquals("= 'NaN'", written("= ?", "NaN"));
    assertEquals(
        "= ['\\'];--',1.5,NULL,['\\\\'],'{\\'}']",
        written("= ?", new JsonValue("[\"'];--\",1.5,null,[\"\\\\\"],\"{'}\"]")));
    assertEquals("= '{\"a\":\"\\'\"}'", written("= ?", new JsonValue("{\"a\":\"'\"}")));
  }

  @Test
  void whatIsQuotedOrSaidAsideIsNoPlaceOfAValue() {
    String text = "'?' '\\'?' '''?' \"a?\" \"b\"\"?\" `c?` -- it's ?\n /* it's ? */ a - ? / ? -- ?";
    assertEquals(text.replace("a - ? / ?", "a - 1 / 2"), written(text, 1L, 2L));
  }

  @Test
  void withoutValuesNothingIsTouched() {
    assertEquals("a ? b : c", written("a ? b : c"));
  }

  @Test
  void valuesWithoutPlaceAndPlacesWithoutValueAreRefused() {
    for (List<String> values : List.of(List.of("x"), List.of("x", "y", "z"))) {
      ProblemException problem =
          assertThrows(ProblemException.class, () -> LiteralStatement.of(LITERALS, "?, ?", values));
      assertEquals(WireProblem.STATEMENT_REFUSED, problem.problem().code());
    }
    ProblemException problem =
        assertThrows(ProblemException.class, () -> written("?", new JsonValue("[1")));
    assertEquals(WireProblem.STATEMENT_REFUSED, problem.problem().code());
  }
}
