package org.sqlxos.rest.internal.request;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
    MediaTypes.requireAccepts(List.of(accept));
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
    assertThrows(ProblemException.class, () -> MediaTypes.requireAccepts(List.of(accept)));
  }

  @Test
  void acceptsAnyoneWhoDoesNotSay() {
    MediaTypes.requireAccepts(List.of());
    MediaTypes.requireAccepts(List.of("text/html", "application/json"));
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
