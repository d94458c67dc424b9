package org.sqlxos.rest.internal.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlxos.problem.api.ProblemException;

/** Percent-encoding, strictly. */
final class PercentCodeTest {

  @ParameterizedTest
  @CsvSource({
    "a, a",
    "a+b, a+b",
    "%41, A",
    "%c3%a9, é",
    "%F0%9F%98%80, 😀",
    "é, é",
    "😀x, 😀x",
    "%2F, /",
    "%25, %"
  })
  void decodesASegment(String raw, String text) {
    assertEquals(text, PercentCode.segment(raw));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%",
        "%4",
        "a%",
        "%zz",
        "%-1",
        "%+1",
        "%00",
        "a%00b",
        "%ff",
        "%c3",
        "%c0%80",
        "%e0%80%af",
        "%ed%a0%80",
        "%f5%80%80%80",
        "\uFFFD",
        "\uD800",
        "\uDC00x",
        "%c3é",
        "\0"
      })
  void refusesWhatIsNotTheOneEncodingOfAText(String raw) {
    ProblemException refused = assertThrows(ProblemException.class, () -> PercentCode.segment(raw));
    assertEquals(RestProblem.MALFORMED_PATH, refused.problem().code());
  }

  @Property
  void decodesWhatItEncodes(@ForAll @NotEmpty String text) {
    boolean encodable = text.indexOf('\0') < 0 && text.codePoints().noneMatch(this::surrogate);
    if (encodable) {
      String encoded = PercentCode.encode(text);
      assertEquals(text, PercentCode.segment(encoded));
      assertEquals(text, PercentCode.query(encoded));
      assertTrue(encoded.matches("[A-Za-z0-9._~%-]*"));
    }
  }

  private boolean surrogate(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }
}
