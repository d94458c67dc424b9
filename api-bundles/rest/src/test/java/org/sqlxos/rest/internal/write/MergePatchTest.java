package org.sqlxos.rest.internal.write;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples of RFC 7396, appendix A. */
final class MergePatchTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"a\":\"b\"}           | {\"a\":\"c\"}                | {\"a\":\"c\"}",
        "{\"a\":\"b\"}           | {\"b\":\"c\"}                | {\"a\":\"b\",\"b\":\"c\"}",
        "{\"a\":\"b\"}           | {\"a\":null}                 | {}",
        "{\"a\":\"b\",\"b\":\"c\"} | {\"a\":null}               | {\"b\":\"c\"}",
        "{\"a\":[\"b\"]}         | {\"a\":\"c\"}                | {\"a\":\"c\"}",
        "{\"a\":\"c\"}           | {\"a\":[\"b\"]}              | {\"a\":[\"b\"]}",
        "{\"a\":{\"b\":\"c\"}}   | {\"a\":{\"b\":\"d\",\"c\":null}} | {\"a\":{\"b\":\"d\"}}",
        "{\"a\":[{\"b\":\"c\"}]} | {\"a\":[1]}                  | {\"a\":[1]}",
        "[\"a\",\"b\"]           | [\"c\",\"d\"]                | [\"c\",\"d\"]",
        "{\"a\":\"b\"}           | [\"c\"]                      | [\"c\"]",
        "{\"a\":\"foo\"}         | null                         | null",
        "{\"a\":\"foo\"}         | \"bar\"                      | \"bar\"",
        "{\"e\":null}            | {\"a\":1}                    | {\"e\":null,\"a\":1}",
        "[1,2]                   | {\"a\":\"b\",\"c\":null}     | {\"a\":\"b\"}",
        "{}                      | {\"a\":{\"bb\":{\"ccc\":null}}} | {\"a\":{\"bb\":{}}}",
      })
  void doesWhatTheStandardShows(String document, String patch, String result) {
    assertEquals(result, MergePatch.apply(document, patch));
  }

  @Test
  void numbersKeepTheirDigitsAndNothingIsAnEmptyDocument() {
    assertEquals(
        "{\"a\":1.10,\"b\":12345678901234567890.5}",
        MergePatch.apply("{\"a\":1.10}", "{\"b\":12345678901234567890.5}"));
    assertEquals("{\"a\":1}", MergePatch.apply(null, "{\"a\":1,\"b\":null}"));
  }
}
