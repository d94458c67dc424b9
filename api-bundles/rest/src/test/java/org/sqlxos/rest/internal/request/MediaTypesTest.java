package org.sqlxos.rest.internal.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlxos.problem.api.ProblemException;

/** What callers accept and declare. */
final class MediaTypesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "*/*",
        "text/html, application/*;q=0.1",
        "Application/JSON; charset=x",
        "text/html,*/*;q=0.8",
        "application/json;q=1.0, */*;q=0",
        "*/*;q=0, application/json"
      })
  void acceptsWhatIncludesJson(String accept) {
    negotiate(accept);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/html",
        "application/problem+json",
        "application/json;q=0",
        "*/*;q=0.000",
        "json",
        "application/json;q=0, */*",
        "application/json;q=abc"
      })
  void refusesWhatExcludesJson(String accept) {
    assertThrows(ProblemException.class, () -> negotiate(accept));
  }

  private static Representation negotiate(String... accept) {
    return MediaTypes.negotiate(List.of(accept), Representation.JSON_ONLY);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text/csv | CSV",
        "text/csv, application/json | JSON",
        "text/csv, application/json;q=0.9 | CSV",
        "text/*, */*;q=0.1 | CSV",
        "application/x-ndjson | NDJSON",
        "application/json;q=0, application/* | NDJSON",
        "text/html, application/xhtml+xml, */*;q=0.8 | JSON",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet | XLSX"
      })
  void takesTheRepresentationThatIsLikedBest(String accept, Representation expected) {
    assertEquals(expected, MediaTypes.negotiate(List.of(accept), Representation.LIST));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gzip, deflate, br | GZIP",
        "gzip, deflate, br, zstd | ZSTD",
        "zstd;q=0.5, gzip | GZIP",
        "* | ZSTD",
        "zstd;q=0, * | GZIP",
        "*;q=0 | IDENTITY",
        "identity | IDENTITY",
        "br | IDENTITY"
      })
  void takesTheContentCodingThatIsLikedBest(String accept, ContentCoding expected) {
    assertEquals(expected, ContentCoding.negotiate(List.of(accept)));
  }

  @Test
  void compressesForNobodyWhoDoesNotAsk() {
    assertEquals(ContentCoding.IDENTITY, ContentCoding.negotiate(List.of()));
  }

  @Test
  void acceptsAnyoneWhoDoesNotSay() {
    negotiate();
    negotiate("text/html", "application/json");
  }

  @Test
  void wantsABodyDeclaredAsJson() {
    MediaTypes.requireJson("application/json", null, false);
    MediaTypes.requireJson("application/json; charset=\"UTF-8\"", "identity", false);
    MediaTypes.requireJson("application/merge-patch+json", null, true);
    refused(null, null);
    refused("application/x-www-form-urlencoded", null);
    refused("application/json;charset=latin1", null);
    refused("application/merge-patch+json", null);
    refused("application/json", "gzip");
  }

  private static void refused(String type, String encoding) {
    assertThrows(ProblemException.class, () -> MediaTypes.requireJson(type, encoding, false));
  }
}
