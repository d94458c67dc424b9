package org.sqlxos.wirevm.internal.session;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the columns of a table without a schema are, as samples of its rows show. A column whose
 * values are all of one tag has its name for its type; else the names of all, in order, with bars
 * between.
 */
final class SampledColumns {

  /** More names than this are data, not columns. */
  private static final int MOST = 500;

  private final List<String> required;
  private final Map<String, Set<String>> tags = new LinkedHashMap<>();

  SampledColumns(List<String> required) {
    this.required = required;
    required.forEach(name -> tags.put(name, new TreeSet<>()));
  }

  /**
   * One member of a sample.
   *
   * @param tag the name of its tag; empty for no value
   */
  void add(String name, String tag) {
    if (!tags.containsKey(name) && tags.size() >= MOST) {
      return;
    }
    Set<String> seen = tags.computeIfAbsent(name, _ -> new TreeSet<>());
    if (!tag.isEmpty()) {
      seen.add(tag);
    }
  }

  /** The rows that tell of the columns of a relation. */
  List<List<Optional<String>>> rows(String relation) {
    List<List<Optional<String>>> rows = new ArrayList<>();
    tags.forEach(
        (name, seen) ->
            rows.add(
                List.of(
                    Optional.of(""),
                    Optional.of(relation),
                    Optional.of(name),
                    Optional.of(seen.isEmpty() ? "unknown" : String.join("|", seen)),
                    Optional.of(required.contains(name) ? "0" : "1"),
                    Optional.of(required.contains(name) ? "identity" : "stored"),
                    Optional.empty(),
                    Optional.empty())));
    return rows;
  }
}
