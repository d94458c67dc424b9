package org.sqlxos.rest.internal.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sqlxos.operation.api.Default;
import org.sqlxos.problem.api.Problem;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.rest.internal.catalog.Catalogs;

/** The values of a PUT. */
final class ReplacementTest {

  private static final RowKey KEY = new RowKey(List.of("id"), List.of("1"));

  @Test
  void resetsWhatTheBodyLeavesOut() {
    Map<String, Object> values =
        Replacement.of(Catalogs.authors(), KEY, Map.of("name", "Ada", "nope", 1L));

    assertEquals(Set.of("name", "email", "born", "nope"), values.keySet());
    assertEquals("Ada", values.get("name"));
    assertEquals(Default.DEFAULT, values.get("email"));
  }

  @Test
  void letsTheBodyRepeatTheKey() {
    for (Object same : List.of(1L, new BigDecimal("1.0"), "1")) {
      assertEquals(
          false, Replacement.of(Catalogs.authors(), KEY, Map.of("id", same)).containsKey("id"));
    }
  }

  @Test
  void refusesAnotherKey() {
    for (Object other : List.of(2L, "01x", true)) {
      Problem problem =
          assertThrows(
                  ProblemException.class,
                  () -> Replacement.of(Catalogs.authors(), KEY, Map.of("id", other)))
              .problem();
      assertEquals(422, problem.code().status());
      assertEquals("/id", problem.violations().getFirst().pointer());
    }
  }
}
