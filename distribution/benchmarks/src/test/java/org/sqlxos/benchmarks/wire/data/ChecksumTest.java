package org.sqlxos.benchmarks.wire.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.sqlxos.operation.api.Utf8View;

class ChecksumTest {

  @Test
  void aValueAndItsTextLeadToTheSameNumber() {
    for (int id = 1; id <= Item.COUNT; id++) {
      Item item = Item.of(id);
      assertSame(sum -> sum.add(item.price()), sum -> sum.addDecimal(view(item.price())));
      assertSame(sum -> sum.add(item.due()), sum -> sum.addDate(view(item.due())));
      assertSame(sum -> sum.add(item.code()), sum -> sum.addUuid(view(item.code())));
      assertSame(sum -> sum.add(item.code()), sum -> sum.addUuid(item.code().toString()));
      assertSame(sum -> sum.add(item.changed()), sum -> sum.addTimestamp(view(item.changed())));
    }
  }

  @Test
  void aFractionMayBeShortOrMissing() {
    LocalDateTime whole = LocalDateTime.of(2024, 2, 29, 10, 0, 5);
    LocalDateTime tenth = whole.plusNanos(100_000_000);

    assertSame(sum -> sum.add(whole), sum -> sum.addTimestamp(view("2024-02-29T10:00:05")));
    assertSame(sum -> sum.add(tenth), sum -> sum.addTimestamp(view("2024-02-29 10:00:05.1")));
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

  /** Not at the start of its array, as in a row. */
  private static Utf8View view(Object value) {
    byte[] bytes = ("1." + value + "-1").getBytes(StandardCharsets.UTF_8);
    Utf8View view = new Utf8View();
    view.show(bytes, 2, bytes.length - 4);
    return view;
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
