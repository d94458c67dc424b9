package org.sqlxos.rest.internal.repeat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.rest.internal.request.RestProblem;

final class AnswerStoreTest {

  private Instant now = Instant.EPOCH;
  private final AnswerStore store = new AnswerStore(() -> now, 3, 100);

  private static StoredAnswer answer(int bytes) {
    return new StoredAnswer(201, "application/json", Map.of(), new byte[bytes]);
  }

  private void done(String key, int bytes) {
    assertEquals(Optional.empty(), store.begin(key, "r"));
    store.keep(key, answer(bytes));
  }

  private Object refused(String key, String request) {
    return assertThrows(ProblemException.class, () -> store.begin(key, request)).problem().code();
  }

  @Test
  void theSecondRequestGetsTheAnswerOfTheFirst() {
    assertEquals(Optional.empty(), store.begin("k", "r"));
    assertEquals(RestProblem.KEY_IN_USE, refused("k", "r"));
    StoredAnswer answer = answer(5);
    store.keep("k", answer);
    assertEquals(Optional.of(answer), store.begin("k", "r"));
    assertEquals(RestProblem.KEY_REUSED, refused("k", "another"));
  }

  @Test
  void whatFailedMayBeTriedAgain() {
    assertEquals(Optional.empty(), store.begin("k", "r"));
    store.forget("k");
    assertEquals(Optional.empty(), store.begin("k", "another"));
  }

  @Test
  void answersAreForgottenAfterADay() {
    done("k", 5);
    now = now.plus(Duration.ofHours(25));
    assertEquals(Optional.empty(), store.begin("k", "another"));
  }

  @Test
  void ofTooManyTheOldestGoAndNotWhatIsUnderWay() {
    assertEquals(Optional.empty(), store.begin("running", "r"));
    for (int i = 0; i < 10; i++) {
      done("k" + i, 5);
    }
    assertEquals(RestProblem.KEY_IN_USE, refused("running", "r"));
    assertEquals(Optional.empty(), store.begin("k0", "another"));
    assertTrue(store.begin("k9", "r").isPresent());
  }

  @Test
  void answersThatAreTooLargeTogetherGoToo() {
    done("a", 60);
    done("b", 60);
    assertEquals(Optional.empty(), store.begin("a", "another"));
    assertTrue(store.begin("b", "r").isPresent());
  }
}
