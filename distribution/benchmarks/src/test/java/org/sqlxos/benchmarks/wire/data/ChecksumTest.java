package org.sqlxos.benchmarks.wire.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.LocalDateTime;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ChecksumTest {

  @Test
  void aValueAndItsTextLeadToTheSameNumber() {
    for (int id = 1; id <= Item.COUNT; id++) {
      Item item = Item.of(id);
      assertSame(sum -> sum.add(item.price()), sum -> sum.addDecimal(item.price().toString()));
      assertSame(sum -> sum.add(item.due()), sum -> sum.addDate(item.due().toString()));
      assertSame(sum -> sum.add(item.code()), sum -> sum.addUuid(item.code().toString()));
      assertSame(
          sum -> sum.add(item.changed()), sum -> sum.addTimestamp(item.changed().toString()));
    }
  }

  @Test
  void aFractionMayBeShortOrMissing() {
    LocalDateTime whole = LocalDateTime.of(2024, 2, 29, 10, 0, 5);
    LocalDateTime tenth = whole.plusNanos(100_000_000);

    assertSame(sum -> sum.add(whole), sum -> sum.addTimestamp("2024-02-29T10:00:05"));
    assertSame(sum -> sum.add(tenth), sum -> sum.addTimestamp("2024-02-29 10:00:05.1"));
  }

  @Test
  void theOrderOfValuesMatters() {
    assertNotEquals(
        of(
            sum -> {
              sum.add(1);
              sum.add(2);
            }),
        of(
            sum -> {
              sum.add(2);
              sum.add(1);
            }));
  }

  private static void assertSame(Consumer<Checksum> one, Consumer<Checksum> other) {
    assertEquals(of(one), of(other));
  }

  private static long of(Consumer<Checksum> values) {
    Checksum checksum = new Checksum();
    values.accept(checksum);
    return checksum.value();
  }
}
