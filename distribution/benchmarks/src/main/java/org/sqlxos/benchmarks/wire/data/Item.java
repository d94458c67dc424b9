package org.sqlxos.benchmarks.wire.data;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.UUID;

/**
 * A row of the table {@code item}: ten columns of different types, made of its number alone, so
 * that every value that is read can be checked without another read.
 */
public record Item(
    int id,
    long serial,
    String label,
    BigDecimal price,
    LocalDateTime changed,
    LocalDate due,
    boolean active,
    double weight,
    UUID code,
    byte[] digest) {

  /** Rows of the table, numbered from 1. */
  public static final int COUNT = 10_000;

  private static final int PRICES = 9_999_999;
  private static final LocalDateTime FIRST_CHANGE = LocalDateTime.of(2019, 3, 1, 6, 30);
  private static final LocalDate FIRST_DUE = LocalDate.of(1999, 12, 31);

  public static Item of(int id) {
    long mixed = mix(id);
    byte[] digest = new byte[32];
    for (int i = 0; i < digest.length; i++) {
      digest[i] = (byte) (mixed >>> (i % Long.BYTES * Byte.SIZE) ^ i);
    }
    return new Item(
        id,
        serial(id),
        "item %d, kept in aisle %d of the northern store".formatted(id, id % 97),
        BigDecimal.valueOf(Math.floorMod(mixed, PRICES), 2),
        FIRST_CHANGE.plusMinutes(17L * id).plusNanos(Math.floorMod(mixed, 1_000_000) * 1000L),
        FIRST_DUE.plusDays(id),
        id % 3 != 0,
        id / 7.0,
        new UUID(mixed, Long.reverse(mixed)),
        digest);
  }

  /** The value of the column {@code serial}; above what 32 bits hold. */
  public static long serial(int id) {
    return id * 1_000_000_007L;
  }

  /** The checksum that a client has to come to that has read all rows in order. */
  public static long checksumOfAll() {
    Checksum checksum = new Checksum();
    for (int id = 1; id <= COUNT; id++) {
      of(id).addTo(checksum);
    }
    return checksum.value();
  }

  private void addTo(Checksum checksum) {
    checksum.add(id);
    checksum.add(serial);
    checksum.add(label);
    checksum.add(price);
    checksum.add(changed);
    checksum.add(due);
    checksum.add(active);
    checksum.add(weight);
    checksum.add(code);
    checksum.add(digest);
  }

  /** SplitMix64's finalizer: numbers in a row become bits without a pattern. */
  private static long mix(long number) {
    long z = number * 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
