package org.sqlxos.catalog.internal.introspect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.sqlxos.catalog.api.RelationName;

/** Rows, put together by what they have in common. */
final class Rows {

  private Rows() {}

  static Map<RelationName, List<Row>> byRelation(List<Row> rows) {
    Map<RelationName, List<Row>> byRelation = new LinkedHashMap<>();
    for (Row row : rows) {
      byRelation.computeIfAbsent(row.relation(), ignored -> new ArrayList<>()).add(row);
    }
    return byRelation;
  }

  /** The rows of equal keys, in the order in which the keys first appear. */
  static Iterable<List<Row>> grouped(List<Row> rows, Function<Row, Optional<String>> key) {
    Map<Optional<String>, List<Row>> grouped = new LinkedHashMap<>();
    for (Row row : rows) {
      grouped.computeIfAbsent(key.apply(row), ignored -> new ArrayList<>()).add(row);
    }
    return grouped.values();
  }
}
