package org.sqlxos.rest.internal.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.sqlxos.catalog.api.Key;
import org.sqlxos.problem.api.ProblemException;

/** Keys in paths, there and back. */
final class RowKeyTest {

  @Property
  void readsWhatItWrites(@ForAll("values") List<String> values) {
    List<String> columns = values.stream().map(value -> "c").toList();

    String segment = RowKey.write(values);

    assertEquals(values, RowKey.read(new Key("pk", columns), segment).values());
    assertFalse(segment.isEmpty() || segment.equals(".") || segment.equals(".."), segment);
  }

  @Provide
  Arbitrary<List<String>> values() {
    return Arbitraries.oneOf(
            Arbitraries.of("", ".", "..", ",", "\"", "\"\"", "\"a\"", "%2C", "/", "é", "a b", "+"),
            Arbitraries.strings().withCharRange('\u0001', '\uD7FF').ofMaxLength(8))
        .list()
        .ofMinSize(1)
        .ofMaxSize(3);
  }

  @Test
  void refusesAnotherNumberOfValues() {
    ProblemException refused =
        assertThrows(
            ProblemException.class, () -> RowKey.read(new Key("pk", List.of("a", "b")), "1"));
    assertEquals("2 values expected for the key (a, b), found 1", refused.problem().detail());
  }
}
