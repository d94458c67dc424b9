package org.sqlxos.benchmarks.wire.data;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;

/** A row that is inserted into the table {@code delivery}, which numbers its rows itself. */
public record Delivery(int customer, String note, BigDecimal amount) {

  /** Rows of one batch. */
  public static final int BATCH = 1000;

  public static List<Delivery> batch() {
    return IntStream.range(0, BATCH)
        .mapToObj(
            i ->
                new Delivery(
                    i * 7919 % 10_000,
                    "left at the door of number " + i,
                    BigDecimal.valueOf(i * 1013L % 1_000_000, 2)))
        .toList();
  }
}
