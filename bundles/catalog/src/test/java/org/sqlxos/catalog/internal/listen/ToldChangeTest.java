package org.sqlxos.catalog.internal.listen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sqlxos.catalog.api.Change;
import org.sqlxos.catalog.api.RelationName;

class ToldChangeTest {

  private static final char UNIT = 31;

  private static Optional<ToldChange> read(String... parts) {
    return ToldChange.read(String.join(String.valueOf(UNIT), parts));
  }

  @Test
  void readsKindTableAndKey() {
    assertEquals(
        Optional.of(
            new ToldChange(
                new RelationName("public", "order, items"),
                Optional.of(new Change(Change.Kind.UPDATE, List.of("7", ""))))),
        read("update", "public", "order, items", "7", ""));
  }

  @Test
  void whatNamesNoRowIsAGap() {
    assertTrue(read("other", "public", "t").orElseThrow().change().isEmpty());
    assertTrue(read("delete", "public", "t").orElseThrow().change().isEmpty());
    assertTrue(read("renamed", "public", "t", "1").orElseThrow().change().isEmpty());
  }

  @Test
  void whatSomebodyElseSaysIsPassedOver() {
    assertTrue(ToldChange.read("").isEmpty());
    assertTrue(ToldChange.read("{\"table\":\"t\"}").isEmpty());
  }
}
