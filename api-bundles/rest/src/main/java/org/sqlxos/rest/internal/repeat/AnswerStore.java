package org.sqlxos.rest.internal.repeat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.sqlxos.rest.internal.request.RestProblem;

/**
 * The answers to requests with a key, for a day. Of too many the oldest go first; what is under way
 * stays.
 */
final class AnswerStore {

  private static final Duration LONGEST = Duration.ofHours(24);

  private final InstantSource clock;
  private final int mostEntries;
  private final long mostBytes;
  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private long bytes;

  /**
   * @param mostBytes of all bodies together
   */
  AnswerStore(InstantSource clock, int mostEntries, long mostBytes) {
    this.clock = clock;
    this.mostEntries = mostEntries;
    this.mostBytes = mostBytes;
  }

  private record Entry(String request, long sinceMillis, Optional<StoredAnswer> answer) {

    int size() {
      return answer.map(stored -> stored.body().length).orElse(0);
    }
  }

  /**
   * Begins a request.
   *
   * @param request what it asks; the same for the same request only
   * @return the answer, if it has been given; else it is under way from now on
   * @throws org.sqlxos.problem.api.ProblemException if the key is another request's, or in use
   */
  synchronized Optional<StoredAnswer> begin(String key, String request) {
    expire();
    Entry entry = entries.get(key);
    if (entry == null) {
      entries.put(key, new Entry(request, clock.millis(), Optional.empty()));
      return Optional.empty();
    }
    if (!entry.request().equals(request)) {
      throw RestProblem.KEY_REUSED.problem(
          "the key came with another request before", "give each request a key of its own");
    }
    if (entry.answer().isEmpty()) {
      throw RestProblem.KEY_IN_USE.problem(
          "the first request with this key has not been answered yet", "try again in a moment");
    }
    return entry.answer();
  }

  /** Keeps the answer of a request that has begun. */
  synchronized void keep(String key, StoredAnswer answer) {
    Entry begun = entries.remove(key);
    if (begun != null) {
      Entry entry = new Entry(begun.request(), begun.sinceMillis(), Optional.of(answer));
      entries.put(key, entry);
      bytes += entry.size();
      expire();
    }
  }

  /** Forgets a request that has begun and changed nothing. */
  synchronized void forget(String key) {
    entries.remove(key);
  }

  private void expire() {
    long oldest = clock.millis() - LONGEST.toMillis();
    Iterator<Entry> all = entries.values().iterator();
    while (all.hasNext()) {
      Entry entry = all.next();
      boolean tooMany = entries.size() > mostEntries || bytes > mostBytes;
      if (entry.answer().isPresent() && (tooMany || entry.sinceMillis() < oldest)) {
        bytes -= entry.size();
        all.remove();
      } else if (!tooMany && entry.sinceMillis() >= oldest) {
        return;
      }
    }
  }
}
